/**
 * Where a reader finds a file of the repository, where the build was told by
 * `SITE_SOURCE=https://…/blob/main/`; nothing otherwise.
 *
 * @param path From the root of the repository.
 */
export function inRepository(path: string, line?: number): string | undefined {
  const root = process.env['SITE_SOURCE'];
  if (!root) return undefined;
  return root.replace(/\/?$/, '/') + path + (line === undefined ? '' : `#L${line}`);
}

/**
 * Where an author changes a file of the repository, where the build was told by
 * `SITE_EDIT=https://…/edit/main/`; nothing otherwise.
 *
 * @param path From the root of the repository.
 */
export function toEdit(path: string): string | undefined {
  const root = process.env['SITE_EDIT'];
  return root ? root.replace(/\/?$/, '/') + path : undefined;
}
