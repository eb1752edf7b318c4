import { zerosLike, type AnyTensor, type Numbers } from './arithmetic.ts';

/**
 * Two axes change places: (outer, a, b, d) → (outer, b, a, d).
 *
 * @param X outer · a · b · d numbers, row-major.
 * @returns As many numbers; where one of the axes has only one place, the same array.
 */
export function swapAxes({ data }: AnyTensor, outer: number, a: number, b: number, d: number): Numbers {
  if (a === 1 || b === 1) return data;
  const swapped = zerosLike(data);
  let from = 0;
  for (let block = 0; block < outer; block++)
    for (let i = 0; i < a; i++)
      for (let j = 0; j < b; j++) {
        const to = ((block * b + j) * a + i) * d;
        for (let f = 0; f < d; f++) swapped[to + f] = data[from++]!;
      }
  return swapped;
}
