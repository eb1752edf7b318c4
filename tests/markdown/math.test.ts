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
  it('sets a display formula in a box that scrolls, is no stop of the keyboard, and has a number that leads to it', async () => {
    const html = await compile('$$\nE = mc^2\n$$\n\nThen\n\n$$\nF = ma\n$$');
    expect(html).toMatch(/<\S*div className="equation" id="equation-1"><\S*div className="scroll" role="group"/);
    expect(html).toMatch(/id="equation-2"/);
    expect(html).toMatch(/<\S*a className="number" href="#equation-2" tabIndex="-1" \S+"Equation 2">\{"\(2\)"\}/);
    expect(html).toContain('katex-display');
    expect(html).not.toContain('pre>');
    expect(html).not.toContain('tabIndex="0"');
  });
  it.each([
    ['It is so. The output $o_j$ is a mean of the values,', 'The output oj is a mean of the values'],
    ['The rows of $J$ sum to zero. Because', 'The rows of J sum to zero'],
    ['The rows of $J$ sum to zero:\n\n$$\ny\n$$\n\nThen', 'The rows of J sum to zero'],
    ['Stacking rows of $\\Q$ gives [@vaswani2017, eq. 1]:', 'Stacking rows of Q gives'],
  ])('names a display formula by the sentence that introduces it: %s', async (before, name) => {
    expect(await compile(`First, something else.\n\n${before}\n\n$$\nx\n$$`)).toMatch(
      new RegExp(`"Equation ${before.split('$$').length > 1 ? 2 : 1}: ${name}"`),
    );
  });
  it('holds its TeX as any program sets it', async () => {
    const html = await compile('$A \\circ\\Q\\K^{\\top}$');
    expect(html).toContain('{"A \\\\circ{Q}{K}^{\\\\top}"}');
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
  it.each(['concept=qery', 'other=query', 'concept=toString'])(
    'stops on a mark that names no concept: %s',
    async (mark) => {
      await expect(compile(`One line.\n\n$\\htmlData{${mark}}{Q}$`)).rejects.toThrow(
        /code\.mdx:3:1: KaTeX cannot set this formula.*marks what is no concept/,
      );
    },
  );
  it('lets no formula add markup of its own', async () => {
    await expect(compile('$\\href{https://example.org}{x}$')).rejects.toThrow(/KaTeX/);
  });
});
