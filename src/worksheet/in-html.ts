import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import remarkMath from 'remark-math';
import { rehypeMath } from '../markdown/math.ts';
import { rehypeUntranslated } from '../markdown/untranslated.ts';

const processor = createMarkdownProcessor({
  syntaxHighlight: false,
  smartypants: false,
  remarkPlugins: [remarkMath],
  rehypePlugins: [rehypeMath, rehypeUntranslated],
});

/** An answer, plain Markdown with formulas, as HTML. */
export async function inHtml(markdown: string): Promise<string> {
  return (await (await processor).render(markdown)).code;
}
