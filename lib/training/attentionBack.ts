import { zerosLike, type AnyTensor, type AttentionSlopes } from './arithmetic.ts';

/**
 * The way back through softmax(QKᵀ/√dK) V, for every head of every sequence. A being the weights,
 *
 *     ∂V = Aᵀ ∂O          ∂A = ∂O Vᵀ
 *     ∂S = A ∘ (∂A − r)   r[i] = Σⱼ A[i][j] ∂A[i][j]
 *     ∂Q = ∂S K/√dK       ∂K = ∂Sᵀ Q/√dK
 *
 * What was masked needs no word: its weight is 0. lib/analysis/attentionGradient.ts tells the
 * same for one head, by whole matrices.
 *
 * @param Q (batch, heads, n, dK) @param K (batch, heads, m, dK) @param V (batch, heads, m, dV)
 * @param weights (batch, heads, n, m), as they came out.
 * @param dO (batch, heads, n, dV), the slope of the loss along the output.
 * @see Vaswani et al. 2017, eq. 1, differentiated; Dao et al. 2022, appendix B.2.
 */
export function attentionBack(
  Q: AnyTensor,
  K: AnyTensor,
  V: AnyTensor,
  weights: AnyTensor,
  dO: AnyTensor,
): AttentionSlopes {
  const [batch, heads, n, d] = Q.shape as [number, number, number, number];
  const [m, dV] = V.shape.slice(-2) as [number, number];
  const scale = 1 / Math.sqrt(d);
  const [q, k, v, a, o] = [Q.data, K.data, V.data, weights.data, dO.data];
  const [toQ, toK, toV] = [zerosLike(q), zerosLike(k), zerosLike(v)];
  const slopes = zerosLike(q, m); // along the weights of one row
  for (let head = 0; head < batch * heads; head++) {
    for (let i = 0; i < n; i++) {
      const row = (head * n + i) * m;
      const query = (head * n + i) * d;
      const out = (head * n + i) * dV;
      let mean = 0;
      for (let j = 0; j < m; j++) {
        const weight = a[row + j]!;
        if (weight === 0) continue;
        const value = (head * m + j) * dV;
        let slope = 0;
        for (let f = 0; f < dV; f++) {
          slope += o[out + f]! * v[value + f]!;
          toV[value + f]! += weight * o[out + f]!;
        }
        slopes[j] = slope;
        mean += weight * slope;
      }
      for (let j = 0; j < m; j++) {
        const weight = a[row + j]!;
        if (weight === 0) continue;
        const key = (head * m + j) * d;
        const score = weight * (slopes[j]! - mean) * scale;
        for (let f = 0; f < d; f++) {
          toQ[query + f]! += score * k[key + f]!;
          toK[key + f]! += score * q[query + f]!;
        }
      }
    }
  }
  return {
    dQ: { data: toQ, shape: Q.shape },
    dK: { data: toK, shape: K.shape },
    dV: { data: toV, shape: V.shape },
  };
}
