import { describe, expect, it } from 'vitest';
import { seededNormal } from '../../../lib/random.ts';
import { sizeOf } from '../../../lib/tensor.ts';
import type { AnyTensor } from '../../../lib/training/arithmetic.ts';
import { crossEntropy } from '../../../lib/training/crossEntropy.ts';
import { embedding, embeddingBack } from '../../../lib/training/embedding.ts';
import { exact } from '../../../lib/training/exact.ts';
import { feedForward, feedForwardBack } from '../../../lib/training/feedForward.ts';
import { gruStep, gruStepBack } from '../../../lib/training/gru.ts';
import { layerNorm, layerNormBack } from '../../../lib/training/layerNorm.ts';
import { linear, linearBack, type Linear } from '../../../lib/training/linear.ts';
import { multiHead, multiHeadBack, type MultiHead } from '../../../lib/training/multiHead.ts';
import { parameters, type Start } from '../../../lib/training/parameters.ts';
import { finiteDifferences, relativeError } from './finiteDifferences.ts';

const normal = seededNormal(11);
const drawn = (...shape: number[]): AnyTensor => ({
  data: Float64Array.from({ length: sizeOf(shape) }, normal),
  shape,
});
const float64 = <Name extends string>(starts: Record<Name, Start>) => parameters(starts, normal, new Float64Array(0));
const matrix = (...shape: number[]): Start => ({ shape, spread: 0.7 });

const flat = ({ data }: AnyTensor): AnyTensor => ({ data, shape: [1, data.length] });
/** A loss that looks at every number that comes out: its dot product with fixed ones, which are then its slope. */
const lossOf = (Y: AnyTensor, slope: AnyTensor): number => exact.productWithTransposed(flat(Y), flat(slope)).data[0]!;

describe('Each gradient is what finite differences measure, to a millionth:', () => {
  const tolerance = 1e-6;
  const hold = (
    forward: () => number,
    backward: () => void,
    { values, gradients }: { values: AnyTensor['data']; gradients: AnyTensor['data'] },
    inputs: [AnyTensor, () => AnyTensor][],
  ): void => {
    backward();
    expect(relativeError(gradients, finiteDifferences(values, forward))).toBeLessThan(tolerance);
    for (const [input, derived] of inputs)
      expect(relativeError(derived().data, finiteDifferences(input.data, forward))).toBeLessThan(tolerance);
  };

  it('a linear layer', () => {
    const p = float64({ W: matrix(4, 3), b: matrix(3) });
    const [X, slope] = [drawn(5, 4), drawn(5, 3)];
    let dX!: AnyTensor;
    hold(
      () => lossOf(linear(exact, X, p.of), slope),
      () => (dX = linearBack(exact, X, p.of, slope)),
      p,
      [[X, () => dX]],
    );
  });

  it('layer normalisation', () => {
    const p = float64({ gain: { shape: [4], mean: 1, spread: 0.3 }, bias: matrix(4) });
    const [X, slope] = [drawn(5, 4), drawn(5, 4)];
    let dX!: AnyTensor;
    hold(
      () => lossOf(layerNorm(X, p.of).Y, slope),
      () => (dX = layerNormBack(layerNorm(X, p.of), p.of, slope)),
      p,
      [[X, () => dX]],
    );
  });

  it('a feed-forward layer', () => {
    const p = float64({ W1: matrix(4, 6), b1: matrix(6), W2: matrix(6, 4), b2: matrix(4) });
    const layer = { first: { W: p.of.W1, b: p.of.b1 }, second: { W: p.of.W2, b: p.of.b2 } };
    const [X, slope] = [drawn(5, 4), drawn(5, 4)];
    let dX!: AnyTensor;
    hold(
      () => lossOf(feedForward(exact, X, layer).Y, slope),
      () => (dX = feedForwardBack(exact, X, feedForward(exact, X, layer), layer, slope)),
      p,
      [[X, () => dX]],
    );
  });

  it('an embedding, a token that comes twice included', () => {
    const p = float64({ table: matrix(5, 3) });
    const [tokens, slope] = [[4, 0, 2, 4], drawn(4, 3)];
    hold(
      () => lossOf(embedding(tokens, p.of.table), slope),
      () => embeddingBack(tokens, p.of.table, slope),
      p,
      [],
    );
  });

  it('softmax with cross-entropy, a row that does not count included', () => {
    const logits = drawn(4, 5);
    const targets = [1, -1, 4, 0];
    const { dLogits } = crossEntropy(logits, targets);
    const measured = finiteDifferences(logits.data, () => crossEntropy(logits, targets).loss);
    expect(relativeError(dLogits.data, measured)).toBeLessThan(tolerance);
    expect(dLogits.data.subarray(5, 10)).toEqual(new Float64Array(5));
  });

  it.each([
    ['multi-head self-attention', { causal: false }, true],
    ['under a causal mask', { causal: true }, true],
    ['with filling behind a shorter sequence', { lengths: [3, 2] }, true],
    ['across to another sequence', {}, false],
  ])('%s', (_, sight, self) => {
    const [batch, n, d, heads, dK] = [2, 3, 4, 2, 3];
    const p = float64({
      WQ: matrix(d, heads * dK),
      bQ: matrix(heads * dK),
      WK: matrix(d, heads * dK),
      WV: matrix(d, heads * dK),
      WO: matrix(heads * dK, d),
    });
    const layer: MultiHead = {
      heads,
      toQ: { W: p.of.WQ, b: p.of.bQ },
      toK: { W: p.of.WK },
      toV: { W: p.of.WV },
      toO: { W: p.of.WO },
    };
    const [X, slope] = [drawn(batch * n, d), drawn(batch * n, d)];
    const context = self ? X : drawn(batch * (n + 1), d);
    const forward = () => multiHead(exact, X, context, layer, batch, sight);
    let [dX, dContext] = [X, X];
    hold(
      () => lossOf(forward().Y, slope),
      () => ({ dX, dContext } = multiHeadBack(exact, X, context, forward(), layer, slope)),
      p,
      self
        ? [[X, () => ({ ...dX, data: dX.data.map((value, at) => value + dContext.data[at]!) })]]
        : [
            [X, () => dX],
            [context, () => dContext],
          ],
    );
  });

  it('a gated recurrent cell', () => {
    const [batch, dX, d] = [3, 4, 5];
    const p = float64({
      WZ: matrix(dX, d),
      UZ: matrix(d, d),
      bZ: matrix(d),
      WR: matrix(dX, d),
      UR: matrix(d, d),
      bR: matrix(d),
      WC: matrix(dX, d),
      UC: matrix(d, d),
      bC: matrix(d),
    });
    const of = (W: keyof typeof p.of, b?: keyof typeof p.of): Linear =>
      b ? { W: p.of[W], b: p.of[b] } : { W: p.of[W] };
    const cell = {
      xZ: of('WZ', 'bZ'),
      hZ: of('UZ'),
      xR: of('WR', 'bR'),
      hR: of('UR'),
      xC: of('WC', 'bC'),
      hC: of('UC'),
    };
    const [X, before, slope] = [drawn(batch, dX), drawn(batch, d), drawn(batch, d)];
    const forward = () => gruStep(exact, X, before, cell);
    let back!: ReturnType<typeof gruStepBack>;
    hold(
      () => lossOf(forward().H, slope),
      () => (back = gruStepBack(exact, X, before, forward(), cell, slope)),
      p,
      [
        [X, () => back.dX],
        [before, () => back.dBefore],
      ],
    );
  });
});
