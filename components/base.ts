/**
 * Puts the site's base path before a path of the site, so that a fork served from
 * `/some-repository/` finds every page and file.
 *
 * @param path Begins with `/`, as if the site stood at the root.
 */
export function withBase(path: string, base: string = import.meta.env.BASE_URL): string {
  return `${base.replace(/\/$/, '')}${path}`;
}
