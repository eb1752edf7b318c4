import { describe, expect, it } from 'vitest';
import { asymmetry } from '../../../lib/analysis/asymmetry.ts';
import { plainKernel } from '../../../lib/kernels/plainKernel.ts';
import { plainStrided } from '../../../lib/kernels/stridedKernel.ts';
import { largestDifference } from '../../../lib/largestDifference.ts';
import { seededNormal, seededRandom } from '../../../lib/random.ts';
import { sizeOf } from '../../../lib/tensor.ts';
import { adamStep, restingMomenta } from '../../../lib/training/adam.ts';
import type { AnyTensor, Arithmetic, AttentionSlopes } from '../../../lib/training/arithmetic.ts';
import { exact } from '../../../lib/training/exact.ts';
import { fast } from '../../../lib/training/fast.ts';
import { reverse } from '../../../lib/training/tasks.ts';
import { learn, read, transformer, type Tied, type TransformerSizes } from '../../../lib/training/transformer.ts';
import { finiteDifferences, relativeError } from './finiteDifferences.ts';

const tiny = { vocabulary: 5, length: 4, d: 6, heads: 2, layers: 2, hidden: 7, causal: true };
const tokens = [0, 3, 1, 4, 2, 2, 0, 1];
const targets = [3, -1, 1, 0, 4, 4, -1, 2];

/** So many steps on batches of eight; what the parameters are then. */
function trained(math: Arithmetic, steps: number, seed = 3): Float32Array {
  const model = transformer({ ...reverse, d: 8, heads: 2, layers: 1, hidden: 12 }, seed);
  const momenta = restingMomenta(model.parameters);
  const random = seededRandom(seed);
  for (let step = 0; step < steps; step++) {
    const batch = reverse.draw(8, random);
    learn(math, model, batch.tokens, batch.targets);
    adamStep(model.parameters, momenta, { rate: 0.01 });
  }
  return model.parameters.values as Float32Array;
}

describe('A transformer', () => {
  it.each([
    ['', {}],
    [', with a window', { window: 1 }],
    [', where queries and keys are one', { tied: 'Q = K' }],
    [', where values are one with them too', { tied: 'Q = K = V' }],
    [', without a feed-forward layer', { hidden: 0 }],
  ] as const)('has the gradient that finite differences measure, along every parameter%s', (_, other) => {
    const model = transformer({ ...tiny, ...other }, 5, new Float64Array(0));
    learn(exact, model, tokens, targets);
    const { values, gradients } = model.parameters;
    const derived = gradients.slice();
    expect(
      relativeError(
        derived,
        finiteDifferences(values, () => learn(exact, model, tokens, targets).loss),
      ),
    ).toBeLessThan(1e-6);
  });

  it('learns by the fast products what it learns by the exact ones', () => {
    const [quick, reference] = [fast(), exact].map((math) => {
      const model = transformer(tiny, 5);
      const { loss } = learn(math, model, tokens, targets);
      return { loss, gradients: model.parameters.gradients };
    }) as [{ loss: number; gradients: Float32Array }, { loss: number; gradients: Float32Array }];
    expect(quick.loss).toBeCloseTo(reference.loss, 6);
    expect(relativeError(quick.gradients, reference.gradients)).toBeLessThan(1e-5);
  });

  it.each(['Q = K', 'Q = K = V'] as const)('has symmetric scores where %s, biases and all', (tied) => {
    const symmetry = (sizes: TransformerSizes): number => {
      const model = transformer(sizes, 5, new Float64Array(0));
      model.blocks[0]!.attention.toQ.b!.value.data.fill(0.5);
      const { Q, K } = read(exact, model, tokens.slice(0, 4)).attended[0]!;
      const firstHead = ({ data }: AnyTensor): AnyTensor => ({ data: data.subarray(0, 12), shape: [4, 3] });
      return asymmetry(exact.productWithTransposed(firstHead(Q), firstHead(K)).data, 4);
    };
    expect(symmetry({ ...tiny, tied })).toBeLessThan(1e-15);
    expect(symmetry(tiny)).toBeGreaterThan(0.1);
  });

  it('shares what is tied: one matrix and one bias less, or two', () => {
    const count = (tied?: Tied): number => transformer({ ...tiny, tied }, 1).parameters.values.length;
    const one = tiny.layers * (tiny.d ** 2 + tiny.d);
    expect([count('Q = K'), count('Q = K = V')]).toEqual([count() - one, count() - 2 * one]);
  });

  it('is trained by the same seed to the same weights, bit for bit, and by another to others', () => {
    expect(trained(fast(), 20)).toEqual(trained(fast(), 20));
    expect(trained(fast(), 20)).not.toEqual(trained(fast(), 20, 4));
  });
});

describe('The fast products agree with the exact ones', () => {
  const normal = seededNormal(2);
  const drawn = (...shape: number[]): AnyTensor => ({
    data: Float32Array.from({ length: sizeOf(shape) }, normal),
    shape,
  });
  const near = (a: AnyTensor, b: AnyTensor): void => {
    expect(a.shape).toEqual(b.shape);
    expect(largestDifference(a.data, b.data).size).toBeLessThan(1e-5);
  };
  const quick = fast();

  it.each([
    ['A B', 'product', [5, 7], [7, 3]],
    ['A Bᵀ', 'productWithTransposed', [5, 7], [3, 7]],
    ['Aᵀ B', 'transposedProduct', [7, 5], [7, 3]],
  ] as const)('in %s', (_, name, a, b) => {
    const [A, B] = [drawn(...a), drawn(...b)];
    near(quick[name](A, B), exact[name](A, B));
  });

  it.each([
    ['everything is seen', {}],
    ['the future is hidden', { causal: true }],
    ['filling is hidden', { lengths: [5, 2] }],
    ['both are hidden', { causal: true, lengths: [5, 2] }],
    ['the far is hidden', { window: 1 }],
    ['the far and the future are hidden', { window: 2, causal: true }],
    ['filling is hidden, and far from some', { window: 1, lengths: [5, 2] }],
  ])('in attention, where %s', (_, sight) => {
    const [Q, K, V] = [drawn(2, 3, 5, 4), drawn(2, 3, 5, 4), drawn(2, 3, 5, 6)];
    const [a, b] = [quick.attention(Q, K, V, sight), exact.attention(Q, K, V, sight)];
    near(a.output, b.output);
    near(a.weights, b.weights);
  });

  it('in the way back through attention', () => {
    const [Q, K, V, dO] = [drawn(2, 3, 5, 4), drawn(2, 3, 7, 4), drawn(2, 3, 7, 6), drawn(2, 3, 5, 6)];
    const { weights } = exact.attention(Q, K, V, { lengths: [7, 4] });
    const [a, b] = [quick, exact].map((math) => math.attentionBack(Q, K, V, weights, dO)) as [
      AttentionSlopes,
      AttentionSlopes,
    ];
    near(a.dQ, b.dQ);
    near(a.dK, b.dK);
    near(a.dV, b.dV);
  });

  it('without WebAssembly too', () => {
    const [A, B] = [drawn(5, 7), drawn(7, 3)];
    expect(fast(plainKernel(), plainStrided()).product(A, B)).toEqual(quick.product(A, B));
  });

  it('and where there is nothing to add up, or shapes do not fit', () => {
    expect(quick.product(drawn(2, 0), drawn(0, 3)).data).toEqual(new Float32Array(6));
    expect(quick.product(drawn(2, 3), drawn(3, 0))).toEqual({ data: new Float32Array(0), shape: [2, 0] });
    expect(() => quick.productWithTransposed(drawn(2, 3), drawn(4, 5))).toThrow('(2, 3) by (4, 5)');
  });

  it('and the fast ones refuse float64, which they would round', () => {
    const A: AnyTensor = { data: new Float64Array(4), shape: [2, 2] };
    expect(() => quick.product(A, A)).toThrow('float32');
  });
});
