import { describe, expect, it } from 'vitest';
import type { AttentionCase, CaseResult } from './attention-cases.ts';
import { goalLines, goalResults } from './goals.ts';

const measured = (asked: Partial<AttentionCase>, times: Readonly<Record<string, number>>): CaseResult => ({
  ...{ n: 512, d: 64, heads: 1, weights: false, causal: false, ...asked },
  results: Object.entries(times).map(([implementation, medianMs]) => ({ implementation, medianMs })),
});

const goal = (name: string, cases: readonly CaseResult[], peakGflops = 100) =>
  goalResults({ peakGflops, cases }).find((one) => one.name === name)!;

describe('the goals', () => {
  const toOnnx = 'the fastest onnxruntime-web graph, n ≥ 512';

  it('count the fastest graph of each case, and the case where it comes nearest', () => {
    const cases = [
      measured({}, { kernel: 1, 'onnxruntime-web (matmul)': 9, 'onnxruntime-web (Attention)': 4 }),
      measured({ n: 2048 }, { kernel: 10, 'onnxruntime-web (matmul)': 21, 'onnxruntime-web (Attention)': 35 }),
    ];
    expect(goal(toOnnx, cases)).toMatchObject({ reached: true, lowest: { figure: 2.1, at: { n: 2048 } } });
  });

  it('are reached at the figure itself, and missed below', () => {
    expect(goal(toOnnx, [measured({}, { kernel: 1, 'onnxruntime-web (matmul)': 2 })]).reached).toBe(true);
    expect(goal(toOnnx, [measured({}, { kernel: 1, 'onnxruntime-web (matmul)': 1.999 })]).reached).toBe(false);
  });

  it('are not reached by what was not measured', () => {
    const results = goalResults({
      peakGflops: 100,
      cases: [measured({}, { kernel: 1 }), measured({ n: 8 }, { kernel: 1 })],
    });
    for (const { name, lowest, reached } of results)
      if (name !== 'of the measured peak, n ≥ 512')
        expect({ name, lowest, reached }).toEqual({ name, lowest: undefined, reached: false });
    expect(goalLines(results)[0]).toBe('not measured  ≥ 2 × the fastest onnxruntime-web graph, n ≥ 512');
  });

  it('leave causal cases and those with weights to goals of their own', () => {
    const slow = { kernel: 1, 'onnxruntime-web (matmul)': 1 };
    expect(goal(toOnnx, [measured({ causal: true }, slow), measured({ weights: true }, slow)]).lowest).toBeUndefined();
    expect(
      goal(`${toOnnx}, with weights`, [measured({ weights: true }, { kernel: 2, 'onnxruntime-web (matmul)': 5 })]),
    ).toMatchObject({
      reached: true,
      lowest: { figure: 2.5 },
    });
  });

  it('count the peak in operations a second', () => {
    // 4 · 512² · 64 operations in a millisecond are 67.1 · 10⁹ a second.
    const cases = [measured({}, { kernel: 1 })];
    expect(goal('of the measured peak, n ≥ 512', cases, 67.108864 / 0.9)).toMatchObject({ reached: true });
    expect(goal('of the measured peak, n ≥ 512', cases, 67.108864 / 0.8).lowest!.figure).toBeCloseTo(80, 9);
    expect(goal('of the measured peak, n ≥ 512', cases, 67.108864 / 0.8).reached).toBe(false);
  });

  it('say the figure, where, and reached or missed', () => {
    const cases = [
      measured(
        {},
        { kernel: 1, readable: 90, 'blocked-ts': 20, 'tfjs-wasm': 12, 'tfjs-wasm (transposed keys, head by head)': 3 },
      ),
      measured({ heads: 8 }, { kernel: 10, readable: 90, 'blocked-ts': 45, 'tfjs-wasm': 130 }),
    ];
    const lines = goalLines(goalResults({ peakGflops: 67.108864, cases }));
    expect(lines).toContain(
      'reached       ≥ 10 × tfjs-wasm, n ≥ 512, one head: 12.00 × at n = 512, 1 head (3.00 × its fastest form)',
    );
    expect(lines).toContain(
      'missed        ≥ 14 × tfjs-wasm, n ≥ 512, eight heads: 13.00 × at n = 512, 8 heads (13.00 × its fastest form)',
    );
    expect(lines).toContain('missed        ≥ 3 × readable, by blocked-ts, n ≥ 512: 2.00 × at n = 512, 8 heads');
    expect(lines).toHaveLength(8);
  });
});
