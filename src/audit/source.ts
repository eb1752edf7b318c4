import { existsSync } from 'node:fs';

/** The file of `content/` that a page is made of, where it is made of one. */
export function sourceOf(path: string): string | undefined {
  const name = path.replaceAll(/^\/|\/$/g, '');
  const files = name.startsWith('embed/')
    ? [`content/figures/${name.slice('embed/'.length)}.mdx`]
    : [`content/lessons/${name}.mdx`, `content/lessons/${name}/index.mdx`, `content/${name || 'home'}.mdx`];
  return files.find((file) => existsSync(file));
}

/** A fault that begins with the address of its page, told with the file to change. */
export function withSource(fault: string): string {
  return fault.replace(/^\/\S*(?=: )/, (path) => {
    const file = sourceOf(path);
    return file ? `${file}, as ${path}` : path;
  });
}
