import { parseFrontmatter } from '@astrojs/markdown-remark';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const saysSo = (file: string): boolean =>
  existsSync(file) && parseFrontmatter(readFileSync(file, 'utf8')).frontmatter['draft'] === true;

/** Whether a file of `content/` is a draft: by itself, or because the lesson is whose overview stands beside it. */
export function isDraft(file: string): boolean {
  return saysSo(file) || saysSo(join(dirname(file), 'index.mdx'));
}
