import { compile } from '@mdx-js/mdx';
import remarkMath from 'remark-math';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { rehypeClaims } from '../../src/markdown/claims.ts';
import { remarkNumbers } from '../../src/markdown/numbers.ts';
import { compileChapter } from './compile.ts';

async function check(text: string, permitted: readonly { text: string }[] = []): Promise<string> {
  const file = new VFile({ value: text, path: `${process.cwd()}/content/lessons/attention/code.mdx` });
  return String(await compile(file, { remarkPlugins: [remarkMath, [remarkNumbers, { permitted }]] }));
}

describe('remarkNumbers()', () => {
  it.each([
    'The weight is 0.27.',
    'It is right in 98 % of rows.',
    'About 12.5% of it.',
    'Some 1,024.5 of them.',
    'In 40 percent.',
    'With a constant tens of times smaller.',
  ])('stops on a number typed into prose: %s', async (text) => {
    await expect(check(`# One\n\n${text}`)).rejects.toThrow(
      /code\.mdx:3:1: The number .* is typed into the prose\. Print it by <Claim id/,
    );
  });

  it('reads captions and the words of attributes too', async () => {
    await expect(
      check('<Masks>\n  <Fragment slot="caption">A weight of 0.5 is *much*.</Fragment>\n</Masks>'),
    ).rejects.toThrow(/0\.5/);
    await expect(check('<Predict ask="Is it 0.5?" />')).rejects.toThrow(/0\.5/);
    await expect(check(`<Predict options={['a', "0.25 or so"]} />`)).rejects.toThrow(/0\.25/);
    await expect(check('<Predict options={[`0.25 or so`]} />')).rejects.toThrow(/0\.25/);
    await expect(check("It is {'0.75'}.")).rejects.toThrow(/0\.75/);
  });

  it('leaves alone what is TeX, code, cited, or an amount that no sentence states', async () => {
    await expect(
      check('In $0.5$ and `0.5`, eq. 3 [@vaswani2017, section 3.2.1], step 2, in 2017, 1,024 of them.'),
    ).resolves.toBeTypeOf('string');
    await expect(check('```ts\nconst half = 0.5;\n```')).resolves.toBeTypeOf('string');
    await expect(check('<Predict from={0.5} step={0.05} />')).resolves.toBeTypeOf('string');
  });

  it('lets pass what the list permits, and no more', async () => {
    await expect(check('Apache 2.0.', [{ text: '2.0' }])).resolves.toBeTypeOf('string');
    await expect(check('Apache 2.0 and 2.5.', [{ text: '2.0' }])).rejects.toThrow(/2\.5/);
  });
});

describe('rehypeClaims()', () => {
  it('passes a claim of the list', async () => {
    await expect(compileChapter('It is <Claim id="dot-product-variance" />.', [rehypeClaims])).resolves.toContain(
      'dot-product-variance',
    );
  });
  it('stops on one that is not, naming those that are', async () => {
    await expect(compileChapter('\nIt is <Claim id="dot-variance" />.', [rehypeClaims])).rejects.toThrow(
      /code\.mdx:2:7: <Claim id="dot-variance"> names no claim\. Known: .*dot-product-variance/,
    );
  });
});
