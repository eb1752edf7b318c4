import { describe, expect, it } from 'vitest';
import { answerOf, cellsOf, type Answer } from '../../../components/cells/exercise/check.ts';
import { sentenceOf } from '../../../components/cells/exercise/sentence.ts';
import { exercises, type Exercise } from '../../../lib/exercises/index.ts';
import { sayAtBuild as say } from '../../../src/strings.ts';
import { runInNode } from '../../../src/cells/run-in-node.ts';
import { wrong as cache } from './wrong/cache.ts';
import { wrong as causalMask } from './wrong/causal-mask.ts';
import { wrong as multiHead } from './wrong/multi-head.ts';
import { wrong as onlineSoftmax } from './wrong/online-softmax.ts';
import { wrong as softmax } from './wrong/softmax.ts';

/** The reader's code goes the way it goes in a page: as text, stripped of its types, in a thread of its own. */
async function check(exercise: Exercise, source: string): Promise<Answer> {
  const givens = exercise.cases.map(({ given }) => given);
  return answerOf(exercise, await runInNode(cellsOf(exercise, source, givens, say)), say);
}

const toldOf = (answer: Answer): string | undefined =>
  'sentence' in answer ? answer.sentence : 'fault' in answer ? sentenceOf(answer.fault, say) : undefined;

const mistakes = {
  softmax,
  'causal-mask': causalMask,
  cache,
  'multi-head': multiHead,
  'online-softmax': onlineSoftmax,
};

describe.each(Object.entries(exercises))('the exercise %s', (name, exercise) => {
  it('is solved by its solution, and not by what the reader starts from', async () => {
    expect(await check(exercise, exercise.solution)).toEqual({
      runs: true,
      passed: true,
      cases: exercise.cases.length,
    });
    expect(await check(exercise, exercise.starter)).toMatchObject({ runs: true, passed: false });
  });

  it('gives every case a name of its own and a hint', () => {
    const names = exercise.cases.map((each) => each.name);
    expect(new Set(names).size).toBe(names.length);
    for (const { hint } of exercise.cases) expect(hint).toMatch(/[.?]$/);
  });

  const wrong = mistakes[name as keyof typeof mistakes];
  if (wrong) {
    it('knows five mistakes or more', () => {
      expect(wrong.length).toBeGreaterThanOrEqual(5);
      // Each case is there for a mistake.
      const last = wrong.map(({ fails }) => fails);
      expect(exercise.cases.map((each) => each.name)).toEqual(expect.arrayContaining(last));
    });

    it.each(wrong)('says what is wrong when the reader’s code $mistake', async ({ source, fails, sentence }) => {
      const answer = await check(exercise, source);
      expect(answer).toMatchObject({ runs: true, passed: false, case: { name: fails } });
      expect(toldOf(answer)).toMatch(sentence);
    });
  }
});

describe('code that does not come so far', () => {
  const exercise = exercises['softmax']!;
  const sentence = async (source: string): Promise<string | undefined> => toldOf(await check(exercise, source));

  it.each([
    ['function softmax(scores) {\n  return [', /^Your code does not run\. Line 2: /],
    ['const a = 1;\nnull.x;', /^Your code does not run\. Line 2: TypeError: /],
    ['const x = 1;', /^It stopped with an error\. .*There is no function “softmax” any more\./],
    ['', /There is no function “softmax” any more\./],
    ['function softmax(scores) {}', /^It returned nothing\./],
    ['function softmax(scores) { return "a"; }', /^It returned a value of the type string\./],
    ['async function softmax(scores) { return scores; }', /^It returned a value of the type Promise\./],
    [
      'function softmax(scores) { return scores.map(String); }',
      /^Not everything in the list that it returned is a number\./,
    ],
    ['function softmax(scores) { throw new Error("Not today"); }', /^It stopped with an error\. Error: Not today$/],
  ])('is told so: %j', async (source, told) => {
    expect(await sentence(source)).toMatch(told);
  });

  it('is stopped where it has no end', async () => {
    const source = 'function softmax(scores) { for (;;); }';
    const givens = exercise.cases.map(({ given }) => given);
    const outcomes = await runInNode(cellsOf(exercise, source, givens, say), {}, { limit: 300 });
    expect(toldOf(answerOf(exercise, outcomes, say))).toBe('It did not come to an end and was stopped.');
  });

  it('takes typed arrays and tensors for what they hold', async () => {
    const source =
      "import { softmaxRow } from 'attention-notebook';\nconst softmax = (scores) => softmaxRow(Float32Array.from(scores));";
    expect(await check(exercise, source)).toMatchObject({ passed: true });
  });
});
