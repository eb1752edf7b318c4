import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attentionGradient } from '../../../lib/analysis/attentionGradient.ts';
import { scaledDotProductAttention as attend } from '../../../lib/attention/index.ts';
import { tensor, type Tensor } from '../../../lib/tensor.ts';
import { expectClose, normal, range, rows } from '../attention/arbitrary.ts';

const n = 32;
const d = 4;
/** The query that asks is the last one, so that key j lies at distance n − 1 − j. */
const Q = normal(1, 1, d);
const V = normal(2, n, d);
const slope = normal(3, 1, d);

const length = (row: readonly number[]) => Math.hypot(...row);

/** Keys that all answer the query alike, but for the one `distance` back, whose score is `ahead` more. */
function keysFavouring(distance: number, ahead: number): Tensor {
  const q = [...Q.data];
  const alongQuery = (ahead * Math.sqrt(d)) / q.reduce((sum, x) => sum + x * x, 0);
  const data = range(0, n).flatMap((j) => (j === n - 1 - distance ? q.map((x) => x * alongQuery) : q.map(() => 0)));
  return tensor(data, [n, d]);
}

function pathTo(distance: number, ahead: number) {
  const K = keysFavouring(distance, ahead);
  const { weights } = attend(Q, K, V, { returns: 'weights' });
  const gradient = attentionGradient(Q, K, V, weights, slope);
  const j = n - 1 - distance;
  return { weight: weights.data[j]!, value: rows(gradient.V)[j]!, key: rows(gradient.K)[j]! };
}

describe('the gradient from an output to the value at distance k', () => {
  it('does not depend on k, when the weight does not: there is one hop to everywhere', () => {
    const near = pathTo(0, 2);
    for (const distance of range(1, n)) {
      const far = pathTo(distance, 2);
      expect(far.weight).toBe(near.weight);
      expect(far.value).toEqual(near.value);
    }
  });

  it('is the gradient at the output, times the attention weight', () => {
    fc.assert(
      fc.property(fc.nat(n - 1), fc.double({ min: -12, max: 12, noNaN: true }), (distance, ahead) => {
        const { weight, value } = pathTo(distance, ahead);
        expectClose(
          tensor(value, [d]),
          tensor(
            [...slope.data].map((x) => weight * x),
            [d],
          ),
          1e-6,
        );
      }),
    );
  });

  it('is what moving that value measures, for the output is linear in the values', () => {
    for (const distance of [0, 7, n - 1]) {
      const K = keysFavouring(distance, 1);
      const at = (n - 1 - distance) * d;
      const [before, after] = [V, { ...V, data: V.data.with(at, V.data[at]! + 1) }].map(
        (values) => attend(Q, K, values).output.data[0]!,
      );
      expect(after! - before!).toBeCloseTo(pathTo(distance, 1).weight, 6);
    }
  });

  it('vanishes as the weight does: one hop shortens the path and does not abolish vanishing', () => {
    // Four less in score is e⁴ ≈ 55 times less in weight, once the others have nearly all of it.
    const steps = range(0, 6).map((k) => pathTo(5, -4 * k));
    steps.slice(1).forEach(({ value }, at) => {
      expect(length(value) / length(steps[at]!.value)).toBeCloseTo(Math.exp(-4), 2);
    });
    expect(length(steps.at(-1)!.value)).toBeLessThan(1e-9);
  });

  it('is one part in n when all keys are alike, at every distance', () => {
    for (const distance of range(0, n)) expect(pathTo(distance, 0).weight).toBe(1 / n);
  });
});

describe('the gradient from an output to the key at distance k', () => {
  it('vanishes with its weight too', () => {
    expect(length(pathTo(5, 0).key)).toBeGreaterThan(1e-3);
    expect(length(pathTo(5, -20).key)).toBeLessThan(1e-9);
  });

  it('vanishes also where the weight nears 1, while the gradient to the value is then whole', () => {
    const { weight, value, key } = pathTo(5, 25);
    expect(weight).toBeCloseTo(1, 6);
    expect(length(value)).toBeCloseTo(length([...slope.data]), 5);
    expect(length(key)).toBeLessThan(1e-6);
  });
});
