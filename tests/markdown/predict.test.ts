import type { Pluggable } from 'unified';
import { describe, expect, it } from 'vitest';
import { rehypePredictClaim } from '../../src/markdown/predict-claim.ts';
import { rehypePredictOptions } from '../../src/markdown/predict-options.ts';
import { rehypePredictWord } from '../../src/markdown/predict-word.ts';
import { rehypePredict } from '../../src/markdown/predict.ts';
import { compileChapter } from './compile.ts';

const predict = (attributes: string, why = 'Because it is.'): string =>
  `\n<Predict ${attributes}>\n${why}\n</Predict>\n`;
const good = `id="one" ask="Which?" options={['This', "That"]} answer={1}`;

/** A step stops on one, naming its line. */
const stops = (step: Pluggable) => async (_what: string, attributes: string, reason: RegExp) => {
  const outcome = compileChapter(predict(attributes), [step]);
  await expect(outcome).rejects.toThrow(reason);
  await expect(outcome).rejects.toThrow(/code\.mdx:2:1: /);
};

describe('rehypePredict()', () => {
  it.each([
    ['of options', good],
    ['about a word', 'id="row" ask="Which?" sentence="a b" word="a" layer={2} head={1}'],
    ['about a number', 'id="two" ask="How much?" claim="dot-product-variance" from={0} to={2}'],
  ])('passes a question %s', async (_, attributes) => {
    await expect(compileChapter(predict(attributes), [rehypePredict])).resolves.toContain('Predict');
  });

  it.each([
    ['without a name', good.replace('id="one"', ''), /needs id/],
    ['without a question', good.replace('ask="Which?"', ''), /needs ask/],
    ['without options or claim', 'id="one" ask="Which?"', /needs one of options/],
    ['with both', `${good} claim="dot-product-variance"`, /needs one of options/],
    ['with options and a claim that is not written out', `${good} claim={one}`, /needs one of options/],
  ])('stops on one %s, naming the line', stops(rehypePredict));

  it('stops on two of one name, and on one that does not say why', async () => {
    await expect(compileChapter(predict(good) + predict(good), [rehypePredict])).rejects.toThrow(/Two <Predict>/);
    await expect(compileChapter(`\n<Predict ${good} />\n`, [rehypePredict])).rejects.toThrow(/does not say why/);
    await expect(compileChapter(predict(good, '{/* later */}'), [rehypePredict])).rejects.toThrow(/does not say why/);
  });
});

describe('rehypePredictOptions()', () => {
  it('passes options, alone or with a sentence for those who choose them', async () => {
    await expect(compileChapter(predict(good), [rehypePredictOptions])).resolves.toContain('Predict');
    const told = good.replace("'This'", "{ say: 'This', because: 'It is nearer.' }");
    await expect(compileChapter(predict(told), [rehypePredictOptions])).resolves.toContain('It is nearer.');
  });

  it.each([
    ['with an answer that is no option', good.replace('answer={1}', 'answer={2}'), /one of 0 to 1/],
    ['without an answer', good.replace('answer={1}', ''), /one of 0 to 1/],
    ['with one option', `id="one" ask="Which?" options={['This']} answer={0}`, /at least two/],
    ['with two options alike', good.replace('That', 'This'), /say the same/],
    [
      'with an option that says nothing to those who choose it',
      good.replace("'This'", "{ say: 'This' }"),
      /each written out/,
    ],
    [
      'with an option that has more to it',
      good.replace("'This'", "{ say: 'This', because: 'x', why: 'y' }"),
      /each written/,
    ],
    ['with an option that is not written out', good.replace("'This'", 'words[0]'), /each written out/],
    ['with options in a variable', `id="one" ask="Which?" options={choices} answer={0}`, /each written out: 'To one'/],
  ])('stops on one %s, naming the line', stops(rehypePredictOptions));
});

describe('rehypePredictClaim()', () => {
  const claim = 'id="one" ask="How much?" claim="dot-product-variance"';

  it('passes a number that a claim measures, on a scale', async () => {
    await expect(compileChapter(predict(`${claim} from={0} to={2}`), [rehypePredictClaim])).resolves.toContain('claim');
  });

  it.each([
    ['with an unknown claim', 'id="one" ask="Which?" claim="no-such"', /does not have/],
    ['with a claim that is not written out', 'id="one" ask="Which?" claim={one}', /does not have/],
    ['with a scale that has no length', `${claim} from={1} to={1}`, /a scale to guess on/],
    ['with a step of nothing', `${claim} from={1} to={2} step={0}`, /a scale to guess on/],
    ['with an end that is not written out', `${claim} from={low}`, /a scale to guess on/],
  ])('stops on one %s, naming the line', stops(rehypePredictClaim));
});

describe('rehypePredictWord()', () => {
  const row = (word: string, layer: number, head: number): Promise<string> =>
    compileChapter(
      predict(`id="row" ask="Which?" sentence="We sat on the bank" word="${word}" layer={${layer}} head={${head}}`),
      [rehypePredictWord],
    );

  it('passes a word that is in its sentence, and a head that is in the model', async () => {
    await expect(row('bank', 2, 4)).resolves.toContain('Predict');
    await expect(compileChapter(predict(good), [rehypePredictWord])).resolves.toContain('Predict');
  });

  it.each([
    ['without a word', 'id="one" ask="Which?" sentence="a b" layer={1} head={1}', /needs sentence=/],
    ['without a head', 'id="one" ask="Which?" sentence="a b" word="a" layer={1}', /needs sentence=/],
  ])('stops on one %s, naming the line', stops(rehypePredictWord));

  it('stops on one that is not, and says which are', async () => {
    await expect(row('river', 2, 4)).rejects.toThrow(
      'code.mdx:2:1: <Predict id="row"> asks about “river”, and “We sat on the bank” has no such piece. It has: We, sat, on, the, bank.',
    );
    for (const [layer, head] of [
      [3, 1],
      [0, 1],
      [1, 5],
      [1, 0],
    ] as const)
      await expect(row('bank', layer, head)).rejects.toThrow(
        `code.mdx:2:1: <Predict id="row"> asks for layer ${layer}, head ${head}. The model has layers 1 to 2, of heads 1 to 4.`,
      );
  });
});
