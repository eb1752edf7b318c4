import { scaledDotProductAttention } from '../../lib/attention/scaledDotProductAttention.ts';
import { fastAttention } from '../../lib/kernels/attention.ts';
import type { Kernel } from '../../lib/kernels/kernel.ts';
import { plainKernel } from '../../lib/kernels/plain.ts';
import type { Tensor } from '../../lib/tensor.ts';
import type { Answer, Implementation, Offer } from './attention-cases.ts';

const plain = plainKernel();

/** The fast kernel, the same without WebAssembly, and the one that is read. */
export const ours: Offer = ({ Q, K, V, causal, weights }) => {
  const returns = weights ? 'weights' : undefined;
  const answer = (attended: { readonly output: Tensor; readonly weights?: Tensor | undefined }): Answer => ({
    output: attended.output.data,
    weights: attended.weights?.data,
  });
  const fast = (kernel?: Kernel) => () => answer(fastAttention(Q, K, V, { causal, returns, kernel }));
  const works: Readonly<Record<string, () => Answer>> = {
    kernel: fast(),
    'blocked-ts': fast(plain),
    readable: () => answer(scaledDotProductAttention(Q, K, V, { causal, returns })),
  };
  return Object.entries(works).map(([name, run]): Implementation => ({ name, ours: true, prepare: () => ({ run }) }));
};
