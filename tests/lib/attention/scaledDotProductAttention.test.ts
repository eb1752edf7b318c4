import { describe, expect, it } from 'vitest';
import {
  booleanMask,
  scaledDotProductAttention as attend,
  windowMask,
  type Stage,
} from '../../../lib/attention/index.ts';
import { tensor } from '../../../lib/tensor.ts';
import { expectClose, normal, pick, rows } from './arbitrary.ts';

describe('scaledDotProductAttention', () => {
  // One query [1, 1] and keys whose dot products with it are 0, ln 2 and ln 5: the weights
  // are 1/8, 2/8 and 5/8, and of the values 8, 16 and 24 they make 1 + 4 + 15 = 20.
  const Q = tensor([1, 1], [1, 2]);
  const K = tensor([1, -1, Math.log(2), 0, 0, Math.log(5)], [3, 2]);
  const V = tensor([8, 1, 16, 0, 24, 0], [3, 2]);

  it('agrees with a sum done by hand', () => {
    const { output, weights } = attend(Q, K, V, { scale: 1, returns: 'weights' });
    expectClose(weights, tensor([1 / 8, 2 / 8, 5 / 8], [1, 3]));
    expectClose(output, tensor([20, 1 / 8], [1, 2]));
  });

  it('divides dot products by √dK unless a scale is given', () => {
    const { scores } = attend(Q, K, V, { returns: 'scores' });
    expectClose(scores, tensor([0, Math.log(2) / Math.SQRT2, Math.log(5) / Math.SQRT2], [1, 3]));
    const wide = normal(1, 3, 9);
    expect(attend(Q, K, wide, { scale: 1 / Math.SQRT2 })).toEqual(attend(Q, K, wide));
    expectClose(attend(Q, K, V, { scale: 0 }).output, tensor([16, 1 / 3], [1, 2]));
  });

  it('scales, then caps, then masks, then takes softmax', () => {
    const mask = tensor([0.5, -Infinity, -0.5], [1, 3]);
    const stage = <S extends Stage>(returns: S) =>
      (attend(Q, K, V, { scale: 2, softcap: 3, mask, returns }) as unknown as Record<Stage, typeof Q>)[returns];
    const scores = [0, 2 * Math.log(2), 2 * Math.log(5)];
    const capped = scores.map((score) => 3 * Math.tanh(score / 3));
    expectClose(stage('scores'), tensor(scores, [1, 3]));
    expectClose(stage('capped'), tensor(capped, [1, 3]));
    const [a, b, c] = stage('masked').data;
    expect(a).toBeCloseTo(0.5, 6);
    expect(b).toBe(-Infinity);
    expect(c).toBeCloseTo(capped[2]! - 0.5, 6);
    const share = 1 / (1 + Math.exp(capped[2]! - 1));
    expectClose(stage('weights'), tensor([share, 0, 1 - share], [1, 3]));
  });

  it('hands back nothing beside the output unless asked, and then one stage', () => {
    expect(Object.keys(attend(Q, K, V)).sort()).toEqual(['K', 'V', 'output']);
    expect(Object.keys(attend(Q, K, V, { returns: 'capped' })).sort()).toEqual(['K', 'V', 'capped', 'output']);
  });

  it('takes any leading axes', () => {
    const [q, k, v] = [normal(1, 2, 2, 3, 4, 5), normal(2, 2, 2, 3, 6, 5), normal(3, 2, 2, 3, 6, 2)];
    const { output, weights } = attend(q, k, v, { returns: 'weights' });
    expect(output.shape).toEqual([2, 2, 3, 4, 2]);
    expect(weights.shape).toEqual([2, 2, 3, 4, 6]);
    const last = attend(
      tensor(q.data.slice(-20), [4, 5]),
      tensor(k.data.slice(-30), [6, 5]),
      tensor(v.data.slice(-12), [6, 2]),
    );
    expect([...output.data.slice(-8)]).toEqual([...last.output.data]);
  });

  it('gives a row with no key left zeros in weights and output', () => {
    const mask = booleanMask([0, 0, 0], [3]);
    const { output, weights } = attend(Q, K, V, { mask, returns: 'weights' });
    expect([...weights.data]).toEqual([0, 0, 0]);
    expect([...output.data]).toEqual([0, 0]);
    expect([...attend(Q, K, V, { mask, returns: 'masked' }).masked.data]).toEqual([-Infinity, -Infinity, -Infinity]);
  });

  it('still has the raw scores of masked keys', () => {
    const { scores } = attend(Q, K, V, { scale: 1, mask: booleanMask([0, 0, 0], [3]), returns: 'scores' });
    expectClose(scores, tensor([0, Math.log(2), Math.log(5)], [1, 3]));
  });

  it('does not touch Q, K, V or the mask', () => {
    const mask = tensor([0, 1, 2], [3]);
    const before = [Q, K, V, mask].map(({ data }) => [...data]);
    attend(Q, K, V, { mask, softcap: 1, causal: true, returns: 'masked' });
    expect([Q, K, V, mask].map(({ data }) => [...data])).toEqual(before);
  });
});

describe('a mask', () => {
  const [Q, K, V] = [normal(1, 2, 2, 2, 3), normal(2, 2, 2, 4, 3), normal(3, 2, 2, 4, 2)];
  const seen = (shape: number[], allowed: (0 | 1)[]) =>
    rows(attend(Q, K, V, { mask: booleanMask(allowed, shape), returns: 'weights' }).weights).map((row) =>
      row.map((weight) => (weight > 0 ? 1 : 0)).join(''),
    );

  it('of one axis serves every query', () => {
    expect(seen([4], [1, 0, 1, 1])).toEqual(Array(8).fill('1011'));
  });

  it('of two axes serves every head', () => {
    expect(seen([2, 4], [1, 0, 0, 0, 0, 1, 1, 0])).toEqual(Array(4).fill(['1000', '0110']).flat());
    expect(seen([1, 4], [1, 0, 0, 1])).toEqual(Array(8).fill('1001'));
  });

  it('of three axes has one page for each head, and serves every batch item', () => {
    expect(seen([2, 1, 4], [1, 0, 0, 0, 0, 1, 1, 0])).toEqual([
      '1000',
      '1000',
      '0110',
      '0110',
      '1000',
      '1000',
      '0110',
      '0110',
    ]);
  });

  it('of four axes has one page for each batch item, or for each head of each', () => {
    expect(seen([2, 1, 1, 4], [1, 0, 0, 0, 0, 1, 1, 0])).toEqual([...Array(4).fill('1000'), ...Array(4).fill('0110')]);
    expect(seen([1, 2, 1, 4], [1, 0, 0, 0, 0, 1, 1, 0])).toEqual(seen([2, 1, 4], [1, 0, 0, 0, 0, 1, 1, 0]));
    expect(seen([2, 1, 2, 4], [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])).toEqual([
      '1000',
      '0100',
      '1000',
      '0100',
      '0010',
      '0001',
      '0010',
      '0001',
    ]);
  });

  it('whose last axis is short masks the keys past its end, whatever its size', () => {
    expect(seen([2], [1, 1])).toEqual(Array(8).fill('1100'));
    expect(seen([2, 1], [0, 1])).toEqual(Array(4).fill(['0000', '1000']).flat());
    const { masked } = attend(Q, K, V, { mask: tensor([0, 0, 0], [3]), returns: 'masked' });
    expect(rows(masked).every((row) => row[3] === -Infinity && row[2] !== -Infinity)).toBe(true);
  });

  it('agrees with causal, window and validLengths, each of which can only take keys away', () => {
    const { weights } = attend(Q, K, V, {
      mask: booleanMask([0, 1, 1, 1], [4]),
      causal: true,
      window: [2, 0],
      validLengths: [3, 4],
      returns: 'weights',
    });
    // The queries stand at 1 and 2 in the first item, at 2 and 3 in the second.
    expect(rows(weights).map((row) => row.map((weight) => (weight > 0 ? 1 : 0)).join(''))).toEqual([
      '0100',
      '0110',
      '0100',
      '0110',
      '0110',
      '0111',
      '0110',
      '0111',
    ]);
  });
});

describe('the offset', () => {
  const [Q, K, V] = [normal(1, 2, 1, 2, 3), normal(2, 2, 1, 3, 3), normal(3, 2, 1, 3, 2)];
  const past = { K: normal(4, 2, 1, 2, 3), V: normal(5, 2, 1, 2, 2) };
  const seen = (options: object) =>
    rows(attend(Q, K, V, { causal: true, ...options, returns: 'weights' }).weights).map(
      (row) => row.filter((weight) => weight > 0).length,
    );

  it('is 0 when nothing is said', () => {
    expect(seen({})).toEqual([1, 2, 1, 2]);
  });

  it('is the cached length when there is a cache, even beside validLengths', () => {
    expect(seen({ past })).toEqual([3, 4, 3, 4]);
    expect(seen({ past, validLengths: [5, 3] })).toEqual([3, 4, 3, 3]);
  });

  it('is validLengths − n without a cache, and may be negative', () => {
    expect(seen({ validLengths: [3, 1] })).toEqual([2, 3, 0, 1]);
    expect(seen({ validLengths: [0, 2] })).toEqual([0, 0, 1, 2]);
  });

  it('is what is given, for all or for each batch item, whatever else is there', () => {
    expect(seen({ offset: 1 })).toEqual([2, 3, 2, 3]);
    expect(seen({ offset: [-1, 2] })).toEqual([0, 1, 3, 3]);
    expect(seen({ offset: 0, past })).toEqual([1, 2, 1, 2]);
    expect(seen({ offset: [0, 1], validLengths: [3, 3] })).toEqual([1, 2, 2, 3]);
  });

  it('moves the window too, causal or not', () => {
    const { weights } = attend(Q, K, V, { window: [0, 1], past, returns: 'weights' });
    const { weights: wanted } = attend(Q, K, V, { mask: windowMask(2, 5, [0, 1], 2), past, returns: 'weights' });
    expect(weights).toEqual(wanted);
    expect(rows(weights)[0]!.map((weight) => weight > 0)).toEqual([false, false, true, true, false]);
  });
});

describe('the cache', () => {
  it('is the past followed by the new, head by head, and is handed back', () => {
    const [Q, K, V] = [normal(1, 2, 1, 3), normal(2, 2, 1, 3), normal(3, 2, 1, 1)];
    const past = { K: normal(4, 2, 2, 3), V: normal(5, 2, 2, 1) };
    const attended = attend(Q, K, V, { past });
    expect(attended.K.shape).toEqual([2, 3, 3]);
    expect(attended.V.shape).toEqual([2, 3, 1]);
    expect(pick(attended.K, [0, 1])).toEqual(past.K);
    expect(pick(attended.K, [2])).toEqual(K);
    expect(pick(attended.V, [0, 1])).toEqual(past.V);
    expect(pick(attended.V, [2])).toEqual(V);
  });

  it('may begin empty', () => {
    const [Q, K, V] = [normal(1, 2, 3), normal(2, 2, 3), normal(3, 2, 1)];
    const past = { K: tensor([], [0, 3]), V: tensor([], [0, 1]) };
    expect(attend(Q, K, V, { past, causal: true })).toEqual(attend(Q, K, V, { causal: true }));
  });
});

describe('an error names both sides and says what to do', () => {
  const x = (...shape: number[]) => normal(1, ...shape);
  const run =
    (Q: number[], K: number[], V: number[], options = {}) =>
    () =>
      attend(x(...Q), x(...K), x(...V), options);

  it.each([
    ['features', [4, 8], [6, 7], [6, 8], /Q \(4, 8\) and K \(6, 7\).*last axes equal/],
    ['positions of K and V', [4, 8], [6, 8], [5, 8], /K \(6, 8\) and V \(5, 8\).*one value for each key/],
    ['ranks', [1, 4, 8], [6, 8], [6, 8], /Q \(1, 4, 8\), K \(6, 8\) and V \(6, 8\).*same number of axes/],
    ['rank 1', [8], [8], [8], /Q \(8\), K \(8\) and V \(8\).*at least the two/],
    ['heads of K and V', [2, 4, 8], [2, 6, 8], [1, 6, 8], /K \(2, 6, 8\) and V \(1, 6, 8\).*all axes but the last two/],
    ['batch', [2, 2, 4, 8], [3, 2, 6, 8], [3, 2, 6, 8], /Q \(2, 2, 4, 8\) and K \(3, 2, 6, 8\).*same batch/],
    ['grouped heads', [3, 4, 8], [2, 6, 8], [2, 6, 8], /Q \(3, 4, 8\) has 3 heads and K \(2, 6, 8\) has 2.*multiple/],
    ['more key heads than query heads', [1, 4, 8], [2, 6, 8], [2, 6, 8], /Q \(1, 4, 8\).*K \(2, 6, 8\)/],
    ['no queries', [0, 8], [6, 8], [6, 8], /Q \(0, 8\), K \(6, 8\) and V \(6, 8\) must not be empty.*at least one/],
    ['no keys', [4, 8], [0, 8], [0, 8], /Q \(4, 8\), K \(0, 8\) and V \(0, 8\) must not be empty/],
    ['no features', [4, 0], [6, 0], [6, 8], /Q \(4, 0\), K \(6, 0\) and V \(6, 8\) must not be empty/],
    ['no heads', [0, 4, 8], [0, 6, 8], [0, 6, 8], /must not be empty/],
  ])('%s', (_, Q, K, V, sentence) => {
    expect(run(Q, K, V)).toThrow(sentence);
    expect(run(Q, K, V)).toThrow(RangeError);
  });

  it.each([
    ['too many columns', [2, 5], /mask \(2, 5\) does not fit scores \(3, 2, 4\).*last axis/],
    ['wrong rows', [3, 4], /mask \(3, 4\) does not fit scores \(3, 2, 4\).*equal or 1/],
    ['wrong heads', [2, 2, 4], /mask \(2, 2, 4\) does not fit scores \(3, 2, 4\)/],
    ['too many axes', [1, 3, 2, 4], /mask \(1, 3, 2, 4\) needs between one and 3 axes.*\(3, 2, 4\).*drop/],
    ['no axes', [], /mask \(\) needs between one and 3 axes.*\(3, 2, 4\)/],
  ])('a mask with %s', (_, shape, sentence) => {
    expect(run([3, 2, 8], [1, 4, 8], [1, 4, 8], { mask: x(...shape) })).toThrow(sentence);
  });

  it('data that does not fill its shape', () => {
    const short = { data: new Float32Array(3), shape: [2, 2] };
    expect(() => attend(short, x(2, 2), x(2, 2))).toThrow(/Q \(2, 2\) should hold 4 numbers, but holds 3/);
    expect(() => attend(x(2, 2), short, x(2, 2))).toThrow(/K \(2, 2\) should hold 4/);
    expect(() => attend(x(2, 2), x(2, 2), short)).toThrow(/V \(2, 2\) should hold 4/);
    expect(() => attend(x(2, 2), x(2, 2), x(2, 2), { mask: short })).toThrow(/The mask \(2, 2\) should hold 4/);
    expect(() => attend(x(2, 2), x(2, 2), x(2, 2), { past: { K: short, V: short } })).toThrow(/The cached K \(2, 2\)/);
  });

  it('a cache that K or V cannot continue', () => {
    expect(run([1, 8], [1, 8], [1, 8], { past: { K: x(2, 7), V: x(2, 8) } })).toThrow(
      /cached K \(2, 7\).*K \(1, 8\).*equal/,
    );
    expect(run([1, 8], [1, 8], [1, 8], { past: { K: x(2, 8), V: x(1, 2, 8) } })).toThrow(
      /cached V \(1, 2, 8\).*V \(1, 8\)/,
    );
    expect(run([1, 8], [1, 8], [1, 8], { past: { K: x(2, 8), V: x(3, 8) } })).toThrow(/K \(3, 8\) and V \(4, 8\)/);
  });

  it('validLengths that are not one usable length for each batch item', () => {
    const shape = [2, 1, 3, 8];
    expect(run(shape, shape, shape, { validLengths: [3] })).toThrow(/validLengths has 1 entries, but the batch has 2/);
    expect(run(shape, shape, shape, { validLengths: [3, 4] })).toThrow(/\[3, 4\].*from 0 to the 3 keys/);
    expect(run(shape, shape, shape, { validLengths: [-1, 1] })).toThrow(/\[-1, 1\]/);
    expect(run(shape, shape, shape, { validLengths: [1.5, 1] })).toThrow(/whole numbers/);
  });

  it('an offset, window or softcap that cannot be used', () => {
    const shape = [2, 1, 3, 8];
    expect(run(shape, shape, shape, { offset: [1] })).toThrow(/offset has 1 entries, but the batch has 2/);
    expect(run(shape, shape, shape, { offset: 0.5 })).toThrow(/offset 0.5 must be a whole number/);
    expect(run(shape, shape, shape, { offset: [0, NaN] })).toThrow(/offset 0, NaN/);
    expect(run(shape, shape, shape, { window: [-2, 0] })).toThrow(/window \[-2, 0\].*−1 to leave a side open/);
    expect(run(shape, shape, shape, { window: [1] })).toThrow(/window \[1\]/);
    expect(run(shape, shape, shape, { softcap: -1 })).toThrow(/softcap -1 must be positive and finite/);
    expect(run(shape, shape, shape, { softcap: NaN })).toThrow(/softcap NaN/);
    expect(run(shape, shape, shape, { softcap: Infinity })).toThrow(/softcap Infinity.*leave it out/);
  });
});
