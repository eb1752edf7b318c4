import { showShape, sizeOf, type Tensor } from '../tensor.ts';
import type { Mask } from './masks.ts';

/** The sizes that name every shape in attention. */
export interface Sizes {
  /** The axes before (position, feature) of Q: none, (heads), (batch, heads), … */
  readonly leading: readonly number[];
  readonly batch: number;
  readonly heads: number;
  readonly keyHeads: number;
  readonly n: number;
  readonly m: number;
  readonly dK: number;
  readonly dV: number;
}

/** The sentence is written only where it is needed: small attention would spend half its time on sentences. */
function insist(holds: boolean, sentence: () => string): asserts holds {
  if (!holds) throw new RangeError(sentence());
}

/** Whether two shapes of one length agree in all axes but the last few. */
function agree(a: readonly number[], b: readonly number[], but: number): boolean {
  for (let axis = 0; axis < a.length - but; axis++) if (a[axis] !== b[axis]) return false;
  return true;
}

/**
 * Checks that a tensor or mask holds as many numbers as its shape says.
 *
 * @throws RangeError naming the shape and both counts.
 */
export function checkFilled(name: string, { data, shape }: Tensor | Mask): void {
  insist(
    data.length === sizeOf(shape),
    () =>
      `${name} ${showShape(shape)} should hold ${sizeOf(shape)} numbers, but holds ${data.length}: make data and shape agree.`,
  );
}

/**
 * Reads the sizes off Q (…, heads, n, dK), K (…, keyHeads, m, dK), V (…, keyHeads, m, dV).
 *
 * @throws RangeError with a sentence that names the shapes that disagree and what to change.
 */
export function sizesOf(Q: Tensor, K: Tensor, V: Tensor): Sizes {
  const [q, k, v] = [() => showShape(Q.shape), () => showShape(K.shape), () => showShape(V.shape)];
  checkFilled('Q', Q);
  checkFilled('K', K);
  checkFilled('V', V);
  insist(
    Q.shape.length >= 2 && Q.shape.length === K.shape.length && K.shape.length === V.shape.length,
    () =>
      `Q ${q()}, K ${k()} and V ${v()} need the same number of axes, at least the two (position, feature): reshape them alike.`,
  );
  insist(
    Q.data.length > 0 && K.data.length > 0 && V.data.length > 0,
    () => `Q ${q()}, K ${k()} and V ${v()} must not be empty: give at least one query, one key and one feature.`,
  );

  const [n, dK] = [Q.shape.at(-2)!, Q.shape.at(-1)!];
  const [m, dV] = [V.shape.at(-2)!, V.shape.at(-1)!];
  insist(
    K.shape.at(-1) === dK,
    () => `Q ${q()} and K ${k()} need the same number of features for a dot product: make their last axes equal.`,
  );
  insist(
    K.shape.at(-2) === m,
    () => `K ${k()} and V ${v()} need one value for each key: make their axes before the last equal.`,
  );
  insist(
    agree(K.shape, V.shape, 2),
    () => `K ${k()} and V ${v()} need the same batch and heads: make all axes but the last two equal.`,
  );
  insist(
    agree(Q.shape, K.shape, 3),
    () => `Q ${q()} and K ${k()} need the same batch: make all axes before the heads equal.`,
  );

  const heads = Q.shape.at(-3) ?? 1;
  const keyHeads = K.shape.at(-3) ?? 1;
  insist(
    heads % keyHeads === 0,
    () =>
      `Q ${q()} has ${heads} heads and K ${k()} has ${keyHeads}, which does not divide them: use a multiple, so that each key head serves as many query heads.`,
  );
  return { leading: Q.shape.slice(0, -2), batch: Q.data.length / (heads * n * dK), heads, keyHeads, n, m, dK, dV };
}

/**
 * Checks that a mask can be laid against the scores from the right.
 *
 * @param scoresShape (…, n, m)
 * @throws RangeError naming both shapes.
 */
export function checkMask(mask: Mask, scoresShape: readonly number[]): void {
  const missing = scoresShape.length - mask.shape.length;
  checkFilled('The mask', mask);
  insist(
    mask.shape.length > 0 && missing >= 0,
    () =>
      `The mask ${showShape(mask.shape)} needs between one and ${scoresShape.length} axes to fit scores ${showShape(scoresShape)}: add or drop axes on the left.`,
  );
  const last = mask.shape.length - 1;
  const fits = mask.shape.every((size, axis) => {
    const wanted = scoresShape[missing + axis]!;
    return axis === last ? size <= wanted : size === 1 || size === wanted;
  });
  insist(
    fits,
    () =>
      `The mask ${showShape(mask.shape)} does not fit scores ${showShape(scoresShape)}: counted from the right, its last axis may be at most as long and every other must be equal or 1.`,
  );
}
