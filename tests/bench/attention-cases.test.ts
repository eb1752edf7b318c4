import { describe, expect, it } from 'vitest';
import { scaledDotProductAttention } from '../../lib/attention/scaledDotProductAttention.ts';
import { flops } from '../../lib/complexity/flops.ts';
import {
  attentionCases,
  benchAttention,
  benchCase,
  caseName,
  fault,
  workOf,
  type Answer,
  type Implementation,
  type Offer,
} from './attention-cases.ts';

const asked = { n: 3, d: 4, heads: 2, weights: true, causal: true };
const measuring = { rounds: 3, warmup: 1, patience: 1 };

const readable: Offer = ({ Q, K, V, causal }) => [
  {
    name: 'readable',
    ours: true,
    prepare: () => ({
      run: () => {
        const { output, weights } = scaledDotProductAttention(Q, K, V, { causal, returns: 'weights' });
        return { output: output.data, weights: weights.data };
      },
    }),
  },
];

/** The right answer, changed. */
const changed =
  (name: string, change: (right: Answer) => Answer | Promise<Answer>, rest: Partial<Implementation> = {}): Offer =>
  (work) => [
    {
      name,
      prepare: async () => ({ run: async () => change(await (await readable(work)[0]!.prepare()).run()) }),
      ...rest,
    },
  ];

async function benched(...offers: Offer[]) {
  const lines: string[] = [];
  const result = await benchCase(asked, [readable, ...offers], { log: (line) => lines.push(line), measuring });
  return { lines, names: result.results.map(({ implementation }) => implementation) };
}

describe('the cases', () => {
  it('are every size plain, with weights and causal', () => {
    const cases = attentionCases();
    expect(cases).toHaveLength(18);
    expect(new Set(cases.map((one) => JSON.stringify(one))).size).toBe(18);
    expect(cases.every(({ d, weights, causal }) => d === 64 && !(weights && causal))).toBe(true);
  });

  it('are those of some sizes', () => {
    expect(attentionCases('8,8x512').map(caseName)).toEqual([
      'n = 8, 1 head',
      'n = 8, 1 head, with weights',
      'n = 8, 1 head, causal',
      'n = 512, 8 heads',
      'n = 512, 8 heads, with weights',
      'n = 512, 8 heads, causal',
    ]);
  });

  it.each(['9', '512,', '8x8', ''])('are none of %j', (only) => {
    expect(() => attentionCases(only)).toThrow('There are: 8, 32, 512, 2048, 4096, 8x512.');
  });

  it('hold the same numbers each time, and others for each of Q, K and V', () => {
    const { Q, K, V } = workOf(asked);
    expect(workOf(asked)).toEqual({ ...asked, Q, K, V });
    expect(Q.shape).toEqual([2, 3, 4]);
    expect(workOf({ ...asked, heads: 1 }).Q.shape).toEqual([3, 4]);
    expect(K.data).not.toEqual(Q.data);
    expect(V.data).not.toEqual(K.data);
  });

  it('count half the operations where they are causal', () => {
    const plain = { n: 8, d: 64, heads: 2, weights: false, causal: false };
    expect(flops(plain)).toBe(4 * 8 * 8 * 64 * 2);
    const withWeights = { ...plain, weights: true };
    expect(flops(withWeights)).toBe(flops(plain));
    expect(flops({ ...plain, causal: true })).toBe(flops(plain) / 2);
  });
});

describe('an answer', () => {
  const right = { output: Float32Array.of(1, -10), weights: Float32Array.of(0.25, 0.75) };

  it('may be off by a thousandth of the largest number', () => {
    expect(fault({ ...right, output: Float32Array.of(1.009, -10) }, right)).toBeUndefined();
    expect(fault({ ...right, output: Float32Array.of(1.011, -10) }, right)).toMatch(
      /^gives 1\.01\d* as number 0 of output where 1 is right$/,
    );
  });

  it.each([
    ['not a number', { ...right, output: Float32Array.of(1, NaN) }, 'gives NaN as number 1 of output'],
    ['infinite', { ...right, output: Float32Array.of(1, -Infinity) }, 'gives -Infinity as number 1 of output'],
    ['too short', { ...right, output: Float32Array.of(1) }, 'gives 1 numbers as output where there are 2'],
    ['without the weights', { output: right.output }, 'gives no weights'],
    ['with scores instead of weights', { ...right, weights: Float32Array.of(2, 3) }, 'gives 2 as number 0 of weights'],
  ])('is wrong when it is %s', (_, given, sentence) => {
    expect(fault(given, right)).toContain(sentence);
  });

  it('needs no weights where none are asked for', () => {
    expect(fault({ output: right.output }, { output: right.output })).toBeUndefined();
  });
});

describe('the bench of a case', () => {
  it('times all that answer rightly', async () => {
    const { names, lines } = await benched(
      changed('kernel', (right) => right, { ours: true }),
      changed('peer', (right) => right),
    );
    expect(names).toEqual(['readable', 'kernel', 'peer']);
    expect(lines[0]).toBe('\nn = 3, 2 heads, with weights, causal');
    expect(lines[2]).toMatch(/^ +\S+ ms +\S+ GFLOP\/s +1\.00 × {2}kernel$/);
  });

  it('leaves out a peer with a wrong answer, and says so', async () => {
    const { names, lines } = await benched(
      changed('peer', ({ output, weights }) => ({ output: output.map((x) => x * 1.01), weights })),
    );
    expect(names).toEqual(['readable']);
    expect(lines[1]).toMatch(/^ {2}left out: peer gives \S+ as number \d+ of output where \S+ is right$/);
  });

  it('leaves out a peer that fails, in one line, and gives back what it holds', async () => {
    let released = 0;
    const run = () => Promise.reject(new Error('Integer overflow\n  at somewhere'));
    const { names, lines } = await benched(() => [
      { name: 'cannot start', prepare: () => Promise.reject(new Error('no such operator')) },
      { name: 'cannot run', prepare: () => ({ run, release: () => released++ }) },
    ]);
    expect(names).toEqual(['readable']);
    expect(lines.slice(1, 3)).toEqual([
      '  left out: cannot start fails: no such operator',
      '  left out: cannot run fails: Integer overflow',
    ]);
    expect(released).toBe(1);
  });

  it('ends when one of the library’s own is wrong or fails', async () => {
    const wrong = changed('kernel', ({ output, weights }) => ({ output: output.map(() => NaN), weights }), {
      ours: true,
    });
    await expect(benched(wrong)).rejects.toThrow(
      /^kernel gives NaN as number 0 of output .*, in the case n = 3, 2 heads, with weights, causal\.$/,
    );
    const failing = changed('kernel', () => Promise.reject(new Error('out of memory')), { ours: true });
    await expect(benched(failing)).rejects.toThrow('out of memory');
  });

  it('needs an answer to hold the others to', async () => {
    await expect(benchCase(asked, [], { log: () => {} })).rejects.toThrow('Nothing is called readable');
  });
});

describe('what is written', () => {
  it('has this shape and nothing else', async () => {
    const peaks = [30, 50, 40];
    const profile = { scores: 0.4, softmax: 0.1, exp: 0.08, accumulate: 0.4 };
    const bench = await benchAttention(
      [asked, asked, asked],
      [readable, changed('peer', (right) => right)],
      { peak: () => peaks.shift()!, profile: async () => profile },
      { log: () => {}, measuring },
    );
    expect(JSON.parse(JSON.stringify(bench))).toEqual({
      peakGflops: 40,
      profile,
      cases: [1, 2, 3].map(() => ({
        ...asked,
        results: [
          { implementation: 'readable', medianMs: expect.any(Number) },
          { implementation: 'peer', medianMs: expect.any(Number) },
        ],
      })),
    });
  });
});
