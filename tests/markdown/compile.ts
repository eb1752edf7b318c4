import { compile } from '@mdx-js/mdx';
import remarkMath from 'remark-math';
import type { PluggableList } from 'unified';
import { VFile } from 'vfile';

/** Compiles a chapter's text with some of the build's steps, as if it stood at a path. */
export async function compileChapter(
  text: string,
  rehypePlugins: PluggableList,
  path = 'content/lessons/attention/code.mdx',
): Promise<string> {
  const file = new VFile({ value: text, path: `${process.cwd()}/${path}` });
  return String(await compile(file, { jsx: true, remarkPlugins: [remarkMath], rehypePlugins }));
}
