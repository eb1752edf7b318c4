import { describe, expect, it } from 'vitest';
import { rehypeAsked } from '../../src/markdown/asked.ts';
import { compileChapter } from './compile.ts';

const compiled = (text: string): Promise<string> => compileChapter(text, [rehypeAsked]);

describe('rehypeAsked()', () => {
  it.each([
    ['<Question ask="Why $W_Q$?">x</Question>'],
    ['<Question ask={`Why $W_Q$?`}>x</Question>'],
    ["<Predict options={['$W_Q$', 'b']} />"],
    ["<Predict options={[{ say: 'a', because: 'It is $W_Q$.' }, 'b']} />"],
  ])('sets the formulas in %s', async (text) => {
    const code = await compiled(text);
    expect(code).toContain('katex');
    expect(code).not.toContain('$W_Q$');
  });

  it('sets code, keeps a dollar, and lets nothing pass for markup', async () => {
    const code = await compiled('<Question ask="Is `a < b` worth \\$5 & <b>?">x</Question>');
    expect(code.replaceAll('&amp;', '&').replaceAll('&quot;', '"')).toContain(
      '<code translate="no">a &lt; b</code> worth $5 &amp; &lt;b>?',
    );
  });

  it('leaves what other components are told', async () => {
    expect(await compiled('<Other ask="$W_Q$" />')).toContain('$W_Q$');
    expect(await compiled('<Question id="$W_Q$" ask="a">x</Question>')).toContain('$W_Q$');
  });

  it('stops on a formula that KaTeX cannot set, naming the line', async () => {
    await expect(compiled('\n<Question ask="Why $\\frac{1$?">x</Question>')).rejects.toThrow(
      /code\.mdx:2:1: KaTeX cannot set a formula of this <Question>/,
    );
  });
});
