import { zerosLike, type AnyTensor } from './arithmetic.ts';

/** How far off a model is, and which way is down. */
export interface Loss {
  /** In nats: the mean of −log p over the rows that count; 0 when none does. */
  readonly loss: number;
  /** The share of these rows whose largest logit is the right one. */
  readonly accuracy: number;
  /** (n, classes), the slope of the loss along the logits: (softmax − 1 at the right class) / rows that count. */
  readonly dLogits: AnyTensor;
}

/**
 * Softmax and the cross-entropy with the right class, together: apart, the logarithm of a
 * power too small for a float would be −∞.
 *
 * @param logits (n, classes)
 * @param targets (n) numbers of classes; a row whose target is −1 does not count.
 * @see Goodfellow, Bengio & Courville 2016, section 6.2.2.3.
 */
export function crossEntropy(logits: AnyTensor, targets: ArrayLike<number>): Loss {
  const [n, classes] = logits.shape as [number, number];
  const dLogits = zerosLike(logits.data);
  let [loss, right, counted] = [0, 0, 0];
  for (let i = 0; i < n; i++) if (targets[i]! >= 0) counted++;
  for (let i = 0; i < n; i++) {
    const target = targets[i]!;
    if (target < 0) continue;
    const row = logits.data.subarray(i * classes, (i + 1) * classes);
    let [best, total] = [0, 0];
    for (let c = 1; c < classes; c++) if (row[c]! > row[best]!) best = c;
    const slopes = dLogits.subarray(i * classes, (i + 1) * classes);
    for (let c = 0; c < classes; c++) {
      slopes[c] = Math.exp(row[c]! - row[best]!);
      total += slopes[c]!;
    }
    for (let c = 0; c < classes; c++) slopes[c] = slopes[c]! / total / counted;
    slopes[target]! -= 1 / counted;
    loss += row[best]! - row[target]! + Math.log(total);
    if (best === target) right++;
  }
  const share = 1 / Math.max(counted, 1);
  return { loss: loss * share, accuracy: right * share, dLogits: { data: dLogits, shape: logits.shape } };
}
