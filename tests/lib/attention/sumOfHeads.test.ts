import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiHeadAttention, scaledDotProductAttention as attend } from '../../../lib/attention/index.ts';
import { rank } from '../../../lib/linear/singularValues.ts';
import { matmul } from '../../../lib/matmul.ts';
import { tensor, type Tensor } from '../../../lib/tensor.ts';
import { transpose } from '../../../lib/transpose.ts';
import { expectClose, normal, pick, range } from './arbitrary.ts';

/** Small enough numbers that outputs stay near 1, where 1e-5 is a hundred float32 roundings. */
const small = (seed: number, n: number, m: number): Tensor => {
  const x = normal(seed, n, m);
  return { ...x, data: x.data.map((value) => value / Math.sqrt(n)) };
};

const matrices = (seed: number, d: number) => ({
  WQ: small(seed, d, d),
  WK: small(seed + 1, d, d),
  WV: small(seed + 2, d, d),
  WO: small(seed + 3, d, d),
});

/** What belongs to one of the heads: its columns of WQ, WK or WV, or its rows of WO. */
const rowsOf = (W: Tensor, head: number, size: number) => pick(W, range(head * size, (head + 1) * size));
const columnsOf = (W: Tensor, head: number, size: number) => transpose(rowsOf(transpose(W), head, size));

/** The matrix, counting how often a number of it is read: once for each multiply–add of X · W. */
function counted(W: Tensor): Tensor & { readonly reads: number } {
  let reads = 0;
  const data = new Proxy(W.data, {
    get(numbers, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
      return Reflect.get(numbers, key, numbers);
    },
  });
  return {
    data,
    shape: W.shape,
    get reads() {
      return reads;
    },
  };
}

/** Multiply–adds of the four projections, as multiHeadAttention performs them. */
function countLayer(n: number, d: number, heads: number): number[] {
  const { WQ, WK, WV, WO } = matrices(1, d);
  const all = { WQ: counted(WQ), WK: counted(WK), WV: counted(WV), WO: counted(WO) };
  multiHeadAttention(normal(9, n, d), { heads, ...all });
  return Object.values(all).map(({ reads }) => reads);
}

describe('h heads of size d/h', () => {
  const [n, d] = [5, 12];

  it.each([1, 2, 3, 4, 6, 12])(
    'cost, for h = %i, the same multiply–adds in their projections as one head of size d',
    (heads) => {
      expect(countLayer(n, d, heads)).toEqual(countLayer(n, d, 1));
      expect(countLayer(n, d, heads)).toEqual(Array(4).fill(n * d * d));
    },
  );

  it.each([1, 2, 3, 4, 6, 12])('cost the same, for h = %i, when each projects on its own', (heads) => {
    const { WQ } = matrices(1, d);
    const narrow = range(0, heads).map((head) => counted(columnsOf(WQ, head, d / heads)));
    narrow.forEach((W) => matmul(normal(9, n, d), W));
    expect(narrow.reduce((sum, { reads }) => sum + reads, 0)).toBe(n * d * d);
  });

  it.each([1, 2, 3, 4, 6, 12])('hold, for h = %i, h times as many weights as one head of size d: h maps', (heads) => {
    const { weights } = multiHeadAttention(normal(9, n, d), { heads, ...matrices(1, d) }, { returns: 'weights' });
    expect(weights.data.length).toBe(heads * n * n);
  });
});

describe('heads joined and multiplied by WO', () => {
  const givens = fc.record({
    seed: fc.nat(),
    n: fc.integer({ min: 1, max: 5 }),
    heads: fc.integer({ min: 1, max: 4 }),
    size: fc.integer({ min: 1, max: 4 }),
  });

  /** Σ over heads of head · (that head's rows of WO), each head computed by itself. */
  function sumOfHeads(
    X: Tensor,
    W: ReturnType<typeof matrices>,
    heads: number,
    size: number,
    order = range(0, heads),
  ): Tensor {
    const sum = new Float64Array(X.data.length);
    for (const head of order) {
      const [Q, K, V] = [W.WQ, W.WK, W.WV].map((M) => matmul(X, columnsOf(M, head, size))) as [Tensor, Tensor, Tensor];
      matmul(attend(Q, K, V).output, rowsOf(W.WO, head, size)).data.forEach((x, at) => {
        sum[at]! += x;
      });
    }
    return tensor([...sum], X.shape);
  }

  it('are a sum over heads, each multiplied by its own rows of WO', () => {
    fc.assert(
      fc.property(givens, ({ seed, n, heads, size }) => {
        const [X, W] = [normal(seed + 9, n, heads * size), matrices(seed, heads * size)];
        expectClose(multiHeadAttention(X, { heads, ...W }).output, sumOfHeads(X, W, heads, size));
      }),
    );
  });

  it('without one head are less by what that head adds', () => {
    const [X, W, heads, size] = [normal(9, 4, 6), matrices(1, 6), 3, 2];
    const whole = multiHeadAttention(X, { heads, ...W }).output;
    const silenced = { ...W.WO, data: W.WO.data.map((x, at) => (Math.floor(at / 6 / size) === 1 ? 0 : x)) };
    const without = multiHeadAttention(X, { heads, ...W, WO: silenced }).output;
    expectClose(without, sumOfHeads(X, W, heads, size, [0, 2]));
    const added = tensor(
      whole.data.map((x, at) => x - without.data[at]!),
      whole.shape,
    );
    expectClose(added, sumOfHeads(X, W, heads, size, [1]));
  });

  it('let each head write into at most d/h directions', () => {
    const [heads, size] = [3, 2];
    const { WV, WO } = matrices(1, heads * size);
    for (const head of range(0, heads))
      expect(rank(matmul(columnsOf(WV, head, size), rowsOf(WO, head, size)))).toBe(size);
  });
});
