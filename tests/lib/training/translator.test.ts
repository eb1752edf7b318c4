import { describe, expect, it } from 'vitest';
import { exact } from '../../../lib/training/exact.ts';
import { learnTranslation } from '../../../lib/training/translation/learn.ts';
import { translator } from '../../../lib/training/translation/translator.ts';
import { finiteDifferences, relativeError } from './finiteDifferences.ts';

describe.each(['every state', 'the last state'] as const)('A translator that sees %s', (sees) => {
  it('has the gradient that finite differences measure, along every parameter', () => {
    const model = translator({ source: 5, target: 6, d: 4, sees }, 5, new Float64Array(0));
    // Two sentences by time, the second one word shorter than the first.
    const source = { words: Int32Array.of(1, 4, 0, 2, 3, 0), lengths: [3, 2] };
    const [given, targets] = [Int32Array.of(0, 0, 3, 5, 2, 1), Int32Array.of(3, 5, 2, 1, 4, -1)];
    const loss = () => learnTranslation(exact, model, source, given, targets).loss;
    loss();
    const { values, gradients } = model.parameters;
    expect(relativeError(gradients.slice(), finiteDifferences(values, loss))).toBeLessThan(1e-6);
  });
});
