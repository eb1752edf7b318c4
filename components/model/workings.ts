import { tensor, type Tensor } from '#lib/tensor.ts';

/** Workings carry queries, keys and values as whole numbers of this fraction. */
export const workingsSteps = 1000;

/** One head's queries, keys and values, each `(n, d)`. */
export interface HeadWorkings {
  readonly Q: Tensor;
  readonly K: Tensor;
  readonly V: Tensor;
}

/** The workings of one head on one sentence, read at build, as they travel. Layer and head count from 0. */
export interface PackedWorkings {
  readonly sentence: string;
  readonly layer: number;
  readonly head: number;
  readonly features: number;
  readonly Q: readonly number[];
  readonly K: readonly number[];
  readonly V: readonly number[];
}

export function unpackWorkings({ features, Q, K, V }: PackedWorkings): HeadWorkings {
  const [q, k, v] = [Q, K, V].map((steps) =>
    tensor(
      Float32Array.from(steps, (step) => step / workingsSteps),
      [steps.length / features, features],
    ),
  ) as [Tensor, Tensor, Tensor];
  return { Q: q, K: k, V: v };
}
