import { scaledDotProductAttention } from '../../lib/attention/scaledDotProductAttention.ts';
import { tiledAttention } from '../../lib/attention/tiledAttention.ts';
import { fastAttention, type FastOptions } from '../../lib/kernels/fastAttention.ts';
import { plainKernel } from '../../lib/kernels/plainKernel.ts';
import type { Tensor } from '../../lib/tensor.ts';
import type { Answer, Implementation, Offer } from './attention-cases.ts';

const plain = plainKernel();

/**
 * The fast kernel, the same without WebAssembly, and the two that are read. The fast ones write into
 * arrays made once, as code that attends again and again does; what arrays made anew cost is beside it.
 */
export const ours: Offer = ({ Q, K, V, n, heads, causal, weights }) => {
  const returns = weights ? 'weights' : undefined;
  const answer = (attended: { readonly output: Tensor; readonly weights?: Tensor | undefined }): Answer => ({
    output: attended.output.data,
    weights: attended.weights?.data,
  });
  const into = {
    output: new Float32Array(V.data.length),
    weights: weights ? new Float32Array(heads * n * n) : undefined,
  };
  const fast = (options: Pick<FastOptions<'weights'>, 'into' | 'kernel'>) => () =>
    answer(fastAttention(Q, K, V, { causal, returns, ...options }));
  const works: Readonly<Record<string, () => Answer>> = {
    kernel: fast({ into }),
    'kernel (new arrays)': fast({}),
    'blocked-ts': fast({ into, kernel: plain }),
    readable: () => answer(scaledDotProductAttention(Q, K, V, { causal, returns })),
    // It has no weights to hand back.
    ...(!weights && { tiled: () => answer(tiledAttention(Q, K, V, { causal })) }),
  };
  return Object.entries(works).map(([name, run]): Implementation => ({ name, ours: true, prepare: () => ({ run }) }));
};
