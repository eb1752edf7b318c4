import { describe, expect, it } from 'vitest';
import { rehypeMath } from '../../src/markdown/math.ts';
import { compileChapter } from './compile.ts';

const compile = (text: string): Promise<string> => compileChapter(text, [rehypeMath]);

describe('rehypeMath()', () => {
  it('sets a formula in a sentence', async () => {
    expect(await compile('The score is $q \\cdot k$.')).toMatch(
      /<\S*span className="formula"><\S*span className="katex">/,
    );
  });
  it('sets a display formula in a box that scrolls and takes the focus', async () => {
    const html = await compile('$$\nE = mc^2\n$$');
    expect(html).toMatch(/<\S*div className="equation" tabIndex=\S+ role="group"/);
    expect(html).toContain('katex-display');
    expect(html).not.toContain('pre>');
  });
  it('ties symbols to their concepts', async () => {
    expect(await compile('$\\Q\\K^\\top$')).toMatch(/data-concept="query"[\s\S]*data-concept="key"/);
  });
  it('stops on bad TeX, with file and line', async () => {
    await expect(compile('One line.\n\nThen $\\frac{1}{$.')).rejects.toThrow(
      /^content\/lessons\/attention\/code\.mdx:3:6: KaTeX cannot set this formula/,
    );
  });
  it('stops on an unknown command rather than printing it in red', async () => {
    await expect(compile('$\\nosuchthing$')).rejects.toThrow(/code\.mdx:1:1.*nosuchthing/);
  });
  it('lets no formula add markup of its own', async () => {
    await expect(compile('$\\href{https://example.org}{x}$')).rejects.toThrow(/KaTeX/);
  });
});
