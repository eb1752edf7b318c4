import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { attentionGradient } from '../../../lib/analysis/attentionGradient.ts';
import {
  booleanMask,
  multiHeadAttention,
  scaledDotProductAttention,
  softmaxRow,
} from '../../../lib/attention/index.ts';
import { positionSignal } from '../../../lib/encoder/positionSignal.ts';
import * as listing from '../../../lib/listings/attention.ts';
import { seededNormal } from '../../../lib/random.ts';
import { tensor, type Tensor } from '../../../lib/tensor.ts';
import { regionOf } from '../../../src/markdown/region.ts';
import { workedOf } from '../../../src/markdown/worked.ts';
import { callListing, pythonWith, type Result } from './python.ts';

// The listings compute in float64, the library rounds to float32 between steps: hence 1e-6.
const tolerance = 1e-6;

// Numbers are rounded to float32 first, so that both get the very same ones.
function seeded(seed: number, rows: number, columns: number, scale = 1): listing.Matrix {
  const normal = seededNormal(seed);
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => Math.fround(normal() * scale)));
}
const asTensor = (rows: listing.Matrix): Tensor => tensor(rows.flat(), [rows.length, rows[0]!.length]);
const asMask = (rows: listing.Mask) => booleanMask(rows.flat(), [rows.length, rows[0]!.length]);

function expectClose(got: Result | listing.Vector | listing.Matrix, wanted: ArrayLike<number>): void {
  const numbers = [got].flat(3) as number[];
  expect(numbers).toHaveLength(wanted.length);
  numbers.forEach((x, i) => expect(Math.abs(x - wanted[i]!)).toBeLessThan(tolerance));
}

const [n, m, dK, dV, heads, dModel] = [4, 5, 6, 3, 2, 8];
const Q = seeded(1, n, dK);
const K = seeded(2, m, dK);
const V = seeded(3, m, dV);
const X = seeded(4, n, dModel);
const source = seeded(5, m, dModel);
// About 1/√dModel, as layers are initialised: the projections then keep the size of what they project.
const layer = [6, 7, 8, 9].map((seed) => seeded(seed, dModel, dModel, 0.35)) as unknown as listing.Layer;
const projections = {
  heads,
  WQ: asTensor(layer[0]),
  WK: asTensor(layer[1]),
  WV: asTensor(layer[2]),
  WO: asTensor(layer[3]),
};
const nothingForTheSecond: listing.Mask = Q.map((_, i) => K.map((_, j) => i !== 1 && j !== 2));
const large = [1000, 999, -1000];
const row = seeded(10, 1, 6)[0]!;

const causal = listing.causalMask(n, m);
const padded = listing.paddingMask(n, m, 3);
const reference = {
  attend: scaledDotProductAttention(asTensor(Q), asTensor(K), asTensor(V)).output.data,
  causal: scaledDotProductAttention(asTensor(Q), asTensor(K), asTensor(V), { causal: true }).output.data,
  padded: scaledDotProductAttention(asTensor(Q), asTensor(K), asTensor(V), { validLengths: [3], offset: 0 }).output
    .data,
  withEmptyRow: scaledDotProductAttention(asTensor(Q), asTensor(K), asTensor(V), { mask: asMask(nothingForTheSecond) })
    .output.data,
  self: multiHeadAttention(asTensor(X), projections, { causal: true }).output.data,
  cross: multiHeadAttention(asTensor(X), projections, { context: asTensor(source) }).output.data,
  crossPadded: multiHeadAttention(asTensor(X), projections, { context: asTensor(source.slice(0, 3)) }).output.data,
  softmax: softmaxRow(Float32Array.from(row)),
  positions: positionSignal(n, dModel).data,
};

/** How the first query would learn to bring back the goal, by the library's gradient. */
const goal = seeded(12, 1, dV)[0]!;
const slope = (() => {
  const [query, keys, values] = [asTensor([Q[0]!]), asTensor(K), asTensor(V)];
  const { weights, output } = scaledDotProductAttention(query, keys, values, { returns: 'weights' });
  const toOutput = asTensor([goal.map((x, f) => 2 * (output.data[f]! - x))]);
  return attentionGradient(query, keys, values, weights, toOutput).Q.data;
})();

describe('the TypeScript listing', () => {
  it('fits the reading column, 15 lines at a time', () => {
    expectToFit('lib/listings/attention.ts');
  });

  it('compares two vectors as the library does, before the scale', () => {
    const { scores } = scaledDotProductAttention(asTensor(Q), asTensor(K), asTensor(V), {
      scale: 1,
      returns: 'scores',
    });
    expectClose(
      Q.flatMap((query) => K.map((key) => listing.dot(query, key))),
      scores.data,
    );
  });

  it('shows a softmax that overflows, and one that does not', () => {
    expectClose(listing.naiveSoftmax(row), reference.softmax);
    expectClose(listing.softmax(row), reference.softmax);
    expect(listing.naiveSoftmax(large)).toEqual([NaN, NaN, 0]);
    expectClose(listing.softmax(large), softmaxRow(Float32Array.from(large)));
  });

  it('finds the same shares in one reading', () => {
    expectClose(listing.onlineSoftmax(row), reference.softmax);
    expectClose(listing.onlineSoftmax(large), softmaxRow(Float32Array.from(large)));
    expectClose(listing.onlineSoftmax(large.toReversed()), softmaxRow(Float32Array.from(large.toReversed())));
  });

  it('blends values, and so multiplies matrices', () => {
    expect(
      listing.mix(
        [0.5, 0.25, 0.25],
        [
          [4, 0],
          [0, 4],
          [0, 8],
        ],
      ),
    ).toEqual([2, 3]);
    expect(
      listing.project(
        [
          [1, 2],
          [3, 4],
        ],
        [
          [5, 6],
          [7, 8],
        ],
      ),
    ).toEqual([
      [19, 22],
      [43, 50],
    ]);
  });

  it('attends with one query, and with all', () => {
    expectClose(listing.attendOne(Q[0]!, K, V), reference.attend.subarray(0, dV));
    expectClose(listing.attend(Q, K, V), reference.attend);
  });

  it.each([1, 2, 3, m, m + 1])('attends %i keys at a time as with all at once', (tile) => {
    expectClose(
      Q.flatMap((query) => listing.attendTiled(query, K, V, tile)),
      reference.attend,
    );
  });

  it('tells positions apart by the waves of the encoder', () => {
    expectClose(listing.positionSignal(n, dModel), reference.positions);
  });

  it('attends under a causal and under a padding mask', () => {
    expectClose(listing.attendMasked(Q, K, V, causal), reference.causal);
    expectClose(listing.attendMasked(Q, K, V, padded), reference.padded);
  });

  it('gives zeros for a row in which everything is masked, where softmax alone gives NaN', () => {
    expect(listing.softmax([-Infinity, -Infinity])).toEqual([NaN, NaN]);
    expect(listing.maskedSoftmax([-Infinity, -Infinity])).toEqual([0, 0]);
    expectClose(listing.attendMasked(Q, K, V, nothingForTheSecond), reference.withEmptyRow);
    expect(listing.attendMasked(Q, K, V, nothingForTheSecond)[1]).toEqual([0, 0, 0]);
  });

  it('splits features into heads and joins them again', () => {
    expect(
      listing.splitHeads(
        [
          [1, 2, 3, 4],
          [5, 6, 7, 8],
        ],
        2,
      ),
    ).toEqual([
      [
        [1, 2],
        [5, 6],
      ],
      [
        [3, 4],
        [7, 8],
      ],
    ]);
    expect(listing.joinHeads(listing.splitHeads(X, heads))).toEqual(X);
  });

  it('attends with several heads, to itself and across', () => {
    expectClose(listing.causalSelfAttention(X, layer, heads), reference.self);
    expectClose(listing.crossAttention(X, source, source.length, layer, heads), reference.cross);
  });

  it('finds the slope along a query that the library finds', () => {
    expectClose(listing.gradient(Q[0]!, K, V, goal), slope);
  });

  it('reads no filling: across to three words of five it is attention to those three', () => {
    expectClose(listing.crossAttention(X, source, 3, layer, heads), reference.crossPadded);
  });
});

/** Every function of a Python listing, on the numbers above, beside what the library makes of them. */
const calls: [name: string, argumentList: unknown[], wanted: ArrayLike<number>][] = [
  ['dot', [Q[0], K[0]], [listing.dot(Q[0]!, K[0]!)]],
  ['naive_softmax', [row], reference.softmax],
  ['softmax', [row], reference.softmax],
  ['softmax', [large], softmaxRow(Float32Array.from(large))],
  ['online_softmax', [row], reference.softmax],
  ['online_softmax', [large], softmaxRow(Float32Array.from(large))],
  [
    'mix',
    [
      [0.5, 0.25, 0.25],
      [
        [4, 0],
        [0, 4],
        [0, 8],
      ],
    ],
    [2, 3],
  ],
  ['attend_one', [Q[0], K, V], reference.attend.subarray(0, dV)],
  ['attend', [Q, K, V], reference.attend],
  ['attend_tiled', [Q[0], K, V, 1], reference.attend.subarray(0, dV)],
  ['attend_tiled', [Q[0], K, V, 2], reference.attend.subarray(0, dV)],
  ['causal_mask', [n, m], causal.flat().map(Number)],
  ['padding_mask', [n, m, 3], padded.flat().map(Number)],
  ['masked_softmax', [seeded(11, 1, 4)], softmaxRow(Float32Array.from(seeded(11, 1, 4)[0]!))],
  ['attend_masked', [Q, K, V, causal], reference.causal],
  ['attend_masked', [Q, K, V, padded], reference.padded],
  ['attend_masked', [Q, K, V, nothingForTheSecond], reference.withEmptyRow],
  [
    'split_heads',
    [
      [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
      ],
      2,
    ],
    [1, 2, 5, 6, 3, 4, 7, 8],
  ],
  [
    'project',
    [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 6],
        [7, 8],
      ],
    ],
    [19, 22, 43, 50],
  ],
  ['multi_head', [X, source, layer, heads, Q.map(() => K.map(() => true))], reference.cross],
  ['position_signal', [n, dModel], reference.positions],
  ['causal_self_attention', [X, layer, heads], reference.self],
  ['cross_attention', [X, source, m, layer, heads], reference.cross],
  ['cross_attention', [X, source, 3, layer, heads], reference.crossPadded],
  ['gradient', [Q[0], K, V, goal], slope],
];

const regionsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:\/\/ #|# )region (\S+)$/gm)].map(([, name]) => name!);

/** What the comments of each worked step say that it prints. */
function printedIn(file: string): Map<string, string> {
  const source = readFileSync(file, 'utf8');
  const steps = regionsOf(file).filter((name) => !name.endsWith('-worked'));
  return new Map(steps.map((step) => [step, workedOf(regionOf(source, `${step}-worked`).code).printed]));
}

/** The numbers and truths of a printed array, NumPy's or PyTorch's. */
function numbersOf(printed: string): (number | string)[] {
  const words = printed.match(/nan|True|False|-?\d[\d.]*/g) ?? [];
  return words.map((word) => (/\d/.test(word) ? Number(word) : word));
}

function expectToFit(file: string): void {
  for (const name of regionsOf(file)) {
    const lines = regionOf(readFileSync(file, 'utf8'), name).code.split('\n');
    expect(lines.length, name).toBeLessThanOrEqual(15);
    // As many as stand beside each other in the reading column.
    expect(Math.max(...lines.map((line) => line.length)), name).toBeLessThanOrEqual(78);
  }
}

describe.each([
  { file: 'lib/listings/attention_numpy.py', module: 'numpy', extra: [], required: Boolean(process.env['CI']) },
  {
    file: 'lib/listings/attention_pytorch.py',
    module: 'torch',
    extra: ['built-in'],
    required: Boolean(process.env['REQUIRE_PYTORCH']),
  },
])('$file', ({ file, module, extra, required }) => {
  it('has the regions of the TypeScript listing, in its order, each worked in numbers', () => {
    const steps = [...regionsOf('lib/listings/attention.ts'), ...extra];
    expect(regionsOf(file)).toEqual(steps.flatMap((step) => [step, `${step}-worked`]));
  });

  it('prints the same numbers at each step as NumPy does', () => {
    const numpy = printedIn('lib/listings/attention_numpy.py');
    for (const [step, printed] of printedIn(file))
      expect(numbersOf(printed), step).toEqual(numbersOf(numpy.get(step === 'built-in' ? 'masked' : step)!));
  });

  it('fits the reading column, 15 lines at a time', () => {
    expectToFit(file);
  });

  const python = pythonWith(module);
  const because = python ? '' : `: no Python here has ${module}; name one with PYTHON=…`;
  const hard = [
    ['naive_softmax', [large]],
    ['softmax', [[-Infinity, -Infinity]]],
    [
      'masked_softmax',
      [
        [
          [1, 1],
          [-Infinity, -Infinity],
        ],
      ],
    ],
    ...extra.flatMap(() => [nothingForTheSecond, causal].map((mask) => ['attend_built_in', [Q, K, V, mask]] as const)),
  ] as const;
  let results: Result[] = [];
  beforeAll(() => {
    if (python)
      results = callListing(python, file, [
        ...calls.map(([name, argumentList]) => [name, argumentList] as const),
        ...hard,
      ]);
  }, 60_000);

  it.skipIf(!python && !required)(`computes what the library computes${because}`, () => {
    expect(results, `This must run: install ${module}.`).toHaveLength(calls.length + hard.length);
    calls.forEach(([, , wanted], i) => expectClose([results[i]!].flat(3).map(Number), wanted));
  });

  it.skipIf(!python)(`shows where softmax overflows, and what becomes of a masked row${because}`, () => {
    expect(results.slice(calls.length, calls.length + 3)).toEqual([
      [NaN, NaN, 0],
      [NaN, NaN],
      [
        [0.5, 0.5],
        [0, 0],
      ],
    ]);
  });

  if (extra.length > 0)
    it.skipIf(!python)(
      `agrees with the call that PyTorch brings, from 2.5 on in a row with nothing left too${because}`,
      () => {
        expectClose(results.at(-1)!, reference.causal);
        expectClose(results.at(-2)!, reference.withEmptyRow);
      },
    );

  it.skipIf(!python)(
    `prints what its comments say, as a script of its own${because}`,
    () => {
      const { status, stdout } = spawnSync(python!, [file], { encoding: 'utf8' });
      expect(status).toBe(0);
      expect(stdout).toBe([...printedIn(file).values()].map((printed) => `${printed}\n`).join(''));
    },
    60_000,
  );
});
