/**
 * Attention by hand, on plain arrays and without one import: the program that a chapter
 * shows region by region, beside the same regions in NumPy and PyTorch (the two files next
 * to this one). Read from top to bottom, each step uses those above it. Arithmetic is in
 * float64; lib/attention does the same on typed arrays, and a test holds all to one answer.
 *
 * @see Vaswani et al. 2017, section 3.2.
 */
export type Vector = readonly number[];
/** Rows of equal length. */
export type Matrix = readonly Vector[];
/** (n, m): true where query i may attend to key j. */
export type Mask = readonly (readonly boolean[])[];
/** The learned matrices of a layer, applied from the right. */
export type Layer = readonly [WQ: Matrix, WK: Matrix, WV: Matrix, WO: Matrix];

/** How well two vectors of equal length match. */
// #region dot
export function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let f = 0; f < a.length; f++) sum += a[f]! * b[f]!;
  return sum;
}
// #endregion dot

/** Softmax as the formula has it. e⁷¹⁰ is past the end of float64, and ∞/∞ is NaN. */
// #region naive-softmax
export function naiveSoftmax(scores: Vector): Vector {
  const powers = scores.map((score) => Math.exp(score));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
// #endregion naive-softmax

/** The same weights, since eˢ⁻ᵐ/Σeˢ⁻ᵐ = eˢ/Σeˢ, but no power exceeds e⁰ = 1. */
// #region softmax
export function softmax(scores: Vector): Vector {
  const max = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - max));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
// #endregion softmax

/** The same weights, their maximum and total found in one reading of finite scores (Milakov & Gimelshein 2018, algorithm 3). */
// #region online-softmax
export function onlineSoftmax(scores: Vector): Vector {
  let [max, total] = [-Infinity, 0];
  for (const score of scores) {
    const larger = Math.max(max, score);
    total = total * Math.exp(max - larger) + Math.exp(score - larger);
    max = larger;
  }
  return scores.map((score) => Math.exp(score - max) / total);
}
// #endregion online-softmax

/** The rows of V (m, dV), blended in the proportions of m weights. */
// #region mix
export function mix(weights: Vector, V: Matrix): Vector {
  const output = V[0]!.map(() => 0);
  for (const [j, value] of V.entries())
    for (const [f, x] of value.entries()) output[f]! += weights[j]! * x;
  return output;
}
// #endregion mix

/** What one query (dK) brings back from K (m, dK) and V (m, dV). */
// #region one-query
export function attendOne(query: Vector, K: Matrix, V: Matrix): Vector {
  const scores = K.map((key) => dot(query, key) / Math.sqrt(query.length));
  const weights = softmax(scores);
  return mix(weights, V);
}
// #endregion one-query

/** What every query brings back: (n, dV). */
// #region all-queries
export function attend(Q: Matrix, K: Matrix, V: Matrix): Matrix {
  return Q.map((query) => attendOne(query, K, V));
}
// #endregion all-queries

/** Hides the future: query i sees key j where j ≤ i. */
// #region causal-mask
export function causalMask(n: number, m: number): Mask {
  const row = (i: number) => Array.from({ length: m }, (_, j) => j <= i);
  return Array.from({ length: n }, (_, i) => row(i));
}
// #endregion causal-mask

/** Hides the filling behind the first `length` keys. */
// #region padding-mask
export function paddingMask(n: number, m: number, length: number): Mask {
  const row = Array.from({ length: m }, (_, j) => j < length);
  return Array.from({ length: n }, () => row);
}
// #endregion padding-mask

/** Softmax of a row in which everything may be masked: its maximum is −∞, and −∞ − (−∞) is NaN. */
// #region masked-row
export function maskedSoftmax(scores: Vector): Vector {
  const nothingLeft = scores.every((score) => score === -Infinity);
  return nothingLeft ? scores.map(() => 0) : softmax(scores);
}
// #endregion masked-row

/** {@link attend}, where the mask allows it. */
// #region masked
export function attendMasked(Q: Matrix, K: Matrix, V: Matrix, mask: Mask) {
  return Q.map((query, i) => {
    const scores = K.map((key) => dot(query, key) / Math.sqrt(query.length));
    const masked = scores.map((score, j) =>
      mask[i]![j] ? score : -Infinity,
    );
    const weights = maskedSoftmax(masked);
    return mix(weights, V);
  });
}
// #endregion masked

/** (n, heads · d) → (heads, n, d), and back. */
// #region heads
export function splitHeads(X: Matrix, heads: number): Matrix[] {
  const d = X[0]!.length / heads;
  const part = (h: number) => X.map((x) => x.slice(h * d, (h + 1) * d));
  return Array.from({ length: heads }, (_, h) => part(h));
}

export function joinHeads(parts: Matrix[]): Matrix {
  return parts[0]!.map((_, i) => parts.flatMap((part) => part[i]!));
}
// #endregion heads

/** Each row of X mixes the rows of W: the matrix product. */
// #region project
export function project(X: Matrix, W: Matrix): Matrix {
  return X.map((x) => mix(x, W));
}
// #endregion project

/** X (n, dModel) asks, the context (m, dContext) answers. */
// #region multi-head
export function multiHead(
  X: Matrix,
  context: Matrix,
  layer: Layer,
  heads: number,
  mask: Mask,
): Matrix {
  const [WQ, WK, WV, WO] = layer;
  const Q = splitHeads(project(X, WQ), heads);
  const K = splitHeads(project(context, WK), heads);
  const V = splitHeads(project(context, WV), heads);
  const outputs = Q.map((_, h) => attendMasked(Q[h]!, K[h]!, V[h]!, mask));
  return project(joinHeads(outputs), WO);
}
// #endregion multi-head

/** (n, width): all sines of a position, then all cosines, in radians from 1 a position to 1/10,000. Width is even, from 4. */
// #region positions
export function positionSignal(n: number, width: number): Matrix {
  const waves = width / 2;
  const frequencies = Array.from(
    { length: waves },
    (_, wave) => 10_000 ** (-wave / (waves - 1)),
  );
  const row = (i: number) => [
    ...frequencies.map((frequency) => Math.sin(i * frequency)),
    ...frequencies.map((frequency) => Math.cos(i * frequency)),
  ];
  return Array.from({ length: n }, (_, i) => row(i));
}
// #endregion positions

/** The two attentions of a decoder: back over what it has written, and across to the `length` words of the source. */
// #region cross-attention
export function causalSelfAttention(X: Matrix, layer: Layer, heads: number) {
  return multiHead(X, X, layer, heads, causalMask(X.length, X.length));
}

export function crossAttention(
  X: Matrix,
  source: Matrix,
  length: number,
  layer: Layer,
  heads: number,
) {
  const mask = paddingMask(X.length, source.length, length);
  return multiHead(X, source, layer, heads, mask);
}
// #endregion cross-attention

/** How the squared distance from the output to the goal changes with each number of the query. */
// #region gradient
export function gradient(query: Vector, K: Matrix, V: Matrix, goal: Vector) {
  const root = Math.sqrt(query.length);
  const weights = softmax(K.map((key) => dot(query, key) / root));
  const output = mix(weights, V);
  const toOutput = output.map((x, f) => 2 * (x - goal[f]!));
  const toWeights = V.map((value) => dot(toOutput, value));
  const mean = dot(weights, toWeights);
  const toScores = weights.map((w, j) => w * (toWeights[j]! - mean));
  return mix(toScores, K).map((x) => x / root);
}
// #endregion gradient

/** {@link attendOne}, with no more than `tile` scores at hand at once. */
// #region tiled
export function attendTiled(query: Vector, K: Matrix, V: Matrix, tile = 2) {
  const root = Math.sqrt(query.length);
  let [max, total] = [-Infinity, 0];
  let output: Vector = V[0]!.map(() => 0);
  for (let j = 0; j < K.length; j += tile) {
    const scores = K.slice(j, j + tile).map((key) => dot(query, key) / root);
    const larger = Math.max(max, ...scores);
    const rescale = Math.exp(max - larger);
    const powers = scores.map((score) => Math.exp(score - larger));
    total = powers.reduce((sum, power) => sum + power, rescale * total);
    output = mix([rescale, ...powers], [output, ...V.slice(j, j + tile)]);
    max = larger;
  }
  return output.map((x) => x / total);
}
// #endregion tiled
