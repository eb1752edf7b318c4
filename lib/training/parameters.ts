import type { Random } from '../random.ts';
import { sizeOf } from '../tensor.ts';
import { zerosLike, type AnyTensor, type Numbers } from './arithmetic.ts';

/** A learned matrix or vector, and the slope of the loss along each of its numbers. */
export interface Parameter {
  readonly value: AnyTensor;
  /** Shaped as the value. The backward passes add to it. */
  readonly gradient: AnyTensor;
}

/** What a parameter begins as. */
export interface Start {
  readonly shape: readonly number[];
  /** The standard deviation that its numbers are drawn with; default 0. */
  readonly spread?: number;
  /** Their mean; default 0. */
  readonly mean?: number;
}

/** All parameters of a model: by name, and one after another for the optimiser and the file. */
export interface Parameters<Name extends string = string> {
  readonly values: Numbers;
  readonly gradients: Numbers;
  readonly of: Readonly<Record<Name, Parameter>>;
}

/**
 * Lays out the parameters of a model and draws where they begin, in the order given.
 *
 * @param starts Shape, spread and mean of each, by name.
 * @param normal Standard normal numbers, seeded: the same seed gives the same model.
 * @param room An empty array of the precision that the model computes in; default float32.
 */
export function parameters<Name extends string>(
  starts: Readonly<Record<Name, Start>>,
  normal: Random,
  room: Numbers = new Float32Array(0),
): Parameters<Name> {
  const named = Object.entries<Start>(starts) as [Name, Start][];
  const count = named.reduce((sum, [, { shape }]) => sum + sizeOf(shape), 0);
  const [values, gradients] = [zerosLike(room, count), zerosLike(room, count)];
  let from = 0;
  const of = named.map(([name, { shape, spread = 0, mean = 0 }]) => {
    const to = from + sizeOf(shape);
    for (let at = from; at < to; at++) values[at] = mean + (spread === 0 ? 0 : spread * normal());
    const part = (numbers: Numbers): AnyTensor => ({ data: numbers.subarray(from, to), shape });
    const parameter = { value: part(values), gradient: part(gradients) };
    from = to;
    return [name, parameter] as const;
  });
  return { values, gradients, of: Object.fromEntries(of) as Record<Name, Parameter> };
}
