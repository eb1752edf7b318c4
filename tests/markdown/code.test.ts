import { codeToHtml } from 'shiki';
import { expect, it, vi } from 'vitest';
import { highlighting } from '../../src/markdown/highlighting.ts';

const highlight = (code: string, lang: string): Promise<string> => codeToHtml(code, { lang, ...highlighting });

it('ties a name to its concept wherever it stands, and no part of a name', async () => {
  const html = await highlight('weights = softmax(Q @ K.T)\nweights_of = masked_softmax(Q2)', 'python');
  const marked = [...html.matchAll(/data-concept="(\w+)">([^<]*)</g)].map(([, concept, name]) => `${name}: ${concept}`);
  expect(marked).toEqual(['weights: weights', 'softmax: softmax', 'Q: query', 'K: key']);
});

it('keeps the code as it is', async () => {
  const code = 'const weights = softmax(scores); // a < b\n\n  f("x");';
  const text = (await highlight(code, 'ts')).replace(/<[^>]*>/g, '').replaceAll('&#x3C;', '<');
  expect(text).toBe(code);
});

it('gives the block a name, a token one colour for each theme, and comments a readable one', async () => {
  const html = await highlight('let a = 1; // why', 'ts');
  expect(html).toMatch(/<pre [^>]*role="group" aria-label="Code"/);
  expect(html.split('<code>')[1]).not.toContain('--shiki');
  expect(html).toContain('<span style="color:var(--ink-soft)">// why</span>');
  expect(html).toMatch(/<\/span> a <span/);
});

it('is coloured the same, however long that takes', async () => {
  const code = 'const weights = softmax(scores); // a < b';
  const quick = await highlight(code, 'ts');
  let now = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
  const slow = await highlight(code, 'ts').finally(() => vi.restoreAllMocks());
  expect(slow).toBe(quick);
});
