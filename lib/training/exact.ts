import { sizeOf } from '../tensor.ts';
import { zerosLike, type AnyTensor, type Arithmetic, type Numbers } from './arithmetic.ts';
import { attentionBack } from './attentionBack.ts';

/**
 * The reference: every sum is a plain loop in float64, rounded once to the precision of what came in.
 *
 * @see Vaswani et al. 2017, eq. 1.
 */
export const exact: Arithmetic = {
  product(A, B) {
    const [n, k, p] = [A.shape[0]!, A.shape[1]!, B.shape[1]!];
    return each(A, n, p, (i, j) => dot(A.data, i * k, 1, B.data, j, p, k));
  },
  productWithTransposed(A, B) {
    const [n, k, p] = [A.shape[0]!, A.shape[1]!, B.shape[0]!];
    return each(A, n, p, (i, j) => dot(A.data, i * k, 1, B.data, j * k, 1, k));
  },
  transposedProduct(A, B) {
    const [k, n, p] = [A.shape[0]!, A.shape[1]!, B.shape[1]!];
    return each(A, n, p, (i, j) => dot(A.data, i, n, B.data, j, p, k));
  },
  attention(Q, K, V, { causal = false, window = Infinity, lengths } = {}) {
    const [batch, heads, n, dK] = Q.shape as [number, number, number, number];
    const [m, dV] = V.shape.slice(-2) as [number, number];
    const weights = zerosLike(Q.data, batch * heads * n * m);
    const output = zerosLike(Q.data, batch * heads * n * dV);
    for (let row = 0; row < batch * heads * n; row++) {
      const [head, i] = [Math.floor(row / n), row % n];
      const from = Math.max(0, i - window);
      const to = Math.min(lengths?.[Math.floor(head / heads)] ?? m, causal ? i + 1 : m, i + window + 1);
      const scores = Array.from({ length: Math.max(0, to - from) }, (_, j) =>
        dot(Q.data, row * dK, 1, K.data, (head * m + from + j) * dK, 1, dK),
      );
      const max = Math.max(...scores);
      const powers = scores.map((score) => Math.exp((score - max) / Math.sqrt(dK)));
      const total = powers.reduce((sum, power) => sum + power, 0);
      powers.forEach((power, j) => (weights[row * m + from + j] = power / total));
      for (let f = 0; f < dV; f++)
        output[row * dV + f] = dot(weights, row * m, 1, V.data, head * m * dV + f, dV, Math.max(0, to));
    }
    return {
      output: { data: output, shape: [batch, heads, n, dV] },
      weights: { data: weights, shape: [batch, heads, n, m] },
    };
  },
  attentionBack,
};

/** k products added up: one number of each list in turn, so far apart. */
function dot(a: Numbers, from: number, step: number, b: Numbers, start: number, stride: number, k: number): number {
  let sum = 0;
  for (let l = 0; l < k; l++) sum += a[from + l * step]! * b[start + l * stride]!;
  return sum;
}

function each(A: AnyTensor, n: number, p: number, at: (i: number, j: number) => number): AnyTensor {
  const data = zerosLike(A.data, sizeOf([n, p]));
  for (let i = 0; i < n; i++) for (let j = 0; j < p; j++) data[i * p + j] = at(i, j);
  return { data, shape: [n, p] };
}
