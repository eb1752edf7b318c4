import { describe, expect, it } from 'vitest';
import { textOf as written } from '../../components/figure/number-table.ts';
import recorded from '../../components/figures/fast-attention/recorded.json' with { type: 'json' };
import figure, { chartOf, sentenceOf, tableOf } from '../../components/figures/fast-attention/figure.ts';

const schema = figure.state;

const states = schema.size.names!.flatMap((size) => schema.asks.names!.map((asks) => ({ size, asks }))) as Parameters<
  typeof chartOf
>[0][];

describe('the recorded run of fast attention', () => {
  it('holds every case that a reader can choose, and no other', () => {
    expect(recorded.cases).toHaveLength(states.length);
    for (const state of states)
      expect(chartOf(state).rows.map(({ label }) => label)).toEqual(
        expect.arrayContaining(['readable', 'blocked', 'kernel', 'kernel, new', 'onnxruntime-web', 'TensorFlow.js']),
      );
  });

  it('measures everything by the kernel, and a peer by its quickest form', () => {
    const { results } = recorded.cases.find(
      ({ n, heads, weights, causal }) => n === 512 && heads === 8 && !weights && !causal,
    )!;
    const ms = (name: string) =>
      Math.min(
        ...results.filter(({ implementation }) => implementation.startsWith(name)).map(({ medianMs }) => medianMs),
      );
    const { rows } = chartOf({ size: '8x512', asks: 'output' });
    const ratio = (label: string) => rows.find((row) => row.label === label)!.ratio;
    const kernel = results.find(({ implementation }) => implementation === 'kernel')!.medianMs;
    expect(ratio('kernel')).toBe(1);
    expect(ratio('onnxruntime-web')).toBe(ms('onnxruntime-web') / kernel);
    expect(ratio('TensorFlow.js')).toBe(ms('tfjs-wasm') / kernel);
    expect(rows.map(({ isOther }) => isOther)).toEqual([false, false, false, false, false, true, true]);
  });

  it('says it in words and in numbers', () => {
    for (const state of states) {
      expect(sentenceOf(state)).toMatch(
        /^The kernel takes [\d.]+ (µs|ms|s); the readable version takes [\d.]+ times as long, the same steps in TypeScript [\d.]+ times, onnxruntime-web [\d.]+ times\. The kernel does [\d.]+ billion multiplications and additions a second, \d+ % of what one core was measured to do in WebAssembly with everything in registers\.$/,
      );
      const { rows, columns, cell } = tableOf(state);
      for (const [row] of rows.entries())
        for (const [column] of columns.entries()) expect(written(cell(row, column))).toMatch(/^[\d.]+( (µs|ms|s))?$/);
    }
  });

  it('has no column of weights for what hands none back', () => {
    expect(chartOf({ size: '512', asks: 'weights' }).rows.map(({ label }) => label)).not.toContain('tiled');
  });
});
