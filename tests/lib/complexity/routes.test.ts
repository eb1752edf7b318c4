import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaledDotProductAttention } from '../../../lib/attention/index.ts';
import { recurrence } from '../../../lib/baselines/recurrence.ts';
import {
  attentionConnections,
  dilatedLayers,
  recurrentConnections,
  shortestRoute,
  type Connections,
} from '../../../lib/complexity/index.ts';
import { normal, range, rows } from '../attention/arbitrary.ts';

const pair = fc.integer({ min: 2, max: 20 }).chain((n) => fc.tuple(fc.constant(n), fc.nat(n - 1), fc.nat(n - 1)));
const length = (connections: Connections, from: number, to: number) => shortestRoute(connections, from, to)!.length - 1;

describe('shortestRoute', () => {
  it('along a recurrence takes |i − j| steps, through every state between', () => {
    fc.assert(
      fc.property(pair, ([n, from, to]) => {
        const route = shortestRoute(recurrentConnections(n, to < from), from, to)!;
        expect(route).toEqual(range(0, Math.abs(to - from) + 1).map((step) => from + (to < from ? -step : step)));
      }),
    );
  });

  it('never leads back along a recurrence', () => {
    fc.assert(
      fc.property(pair, ([n, from, to]) => {
        fc.pre(to < from);
        expect(shortestRoute(recurrentConnections(n), from, to)).toBeUndefined();
      }),
    );
  });

  it('through attention takes 1 step, whatever the distance', () => {
    fc.assert(
      fc.property(pair, ([n, from, to]) => {
        expect(length(attentionConnections(n), from, to)).toBe(from === to ? 0 : 1);
      }),
    );
  });

  it('through a window of w takes ⌈|i − j| / w⌉ steps', () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: 1, max: 21 }), ([n, from, to], w) => {
        expect(length(attentionConnections(n, w), from, to)).toBe(Math.ceil(Math.abs(to - from) / w));
      }),
    );
  });

  it('through a window of 0 leads nowhere', () => {
    expect(shortestRoute(attentionConnections(5, 0), 1, 2)).toBeUndefined();
    expect(shortestRoute(attentionConnections(5, 0), 1, 1)).toEqual([1]);
  });
});

describe('the connections are those of the layers that run', () => {
  const n = 6;
  /** Which positions of the output a NaN at one position of the input gets to. */
  const reached = (run: (x: ReturnType<typeof normal>) => ReturnType<typeof normal>, from: number): number[] => {
    const x = normal(1, n, 4);
    x.data[from * 4] = NaN;
    return rows(run(x)).flatMap((row, i) => (i !== from && row.some(Number.isNaN) ? [i] : []));
  };

  it.each([-1, 0, 1, 2, 5])('attention, window %i: one layer', (w) => {
    for (const from of range(0, n)) {
      const values = reached(
        (V) => scaledDotProductAttention(normal(2, n, 4), normal(3, n, 4), V, { window: [w, w] }).output,
        from,
      );
      expect(values).toEqual(attentionConnections(n, w)(from));
    }
  });

  it('recurrence: one layer reaches all that its connections lead to', () => {
    for (const from of range(0, n)) {
      const states = reached((X) => recurrence(X, normal(2, 4, 4), normal(3, 4, 4)), from);
      const led = range(0, n).filter((to) => to !== from && shortestRoute(recurrentConnections(n), from, to));
      expect(states).toEqual(led);
    }
  });
});

describe('dilatedLayers', () => {
  /** The positions that the first one gets to: layer l is a step from p to p + t·k^l, for each tap t of the kernel. */
  const reach = (k: number, taps: readonly number[], layers: number): number[] =>
    range(0, layers).reduce<number[]>(
      (seen, layer) => [...new Set(seen.flatMap((p) => taps.map((tap) => p + tap * k ** layer)))],
      [0],
    );

  it('is the fewest layers of a causal kernel through which the first position reaches the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 5 }), (n, k) => {
        const layers = dilatedLayers(n, k, true);
        expect(reach(k, range(0, k), layers)).toContain(n - 1);
        if (n > 1) expect(reach(k, range(0, k), layers - 1)).not.toContain(n - 1);
      }),
    );
  });

  it('is the fewest layers of a centred kernel through which the first position reaches the last, and every other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.constantFrom(3, 5, 7), (n, k) => {
        const layers = dilatedLayers(n, k);
        const taps = range(-(k - 1) / 2, (k + 1) / 2);
        expect(reach(k, taps, layers)).toEqual(expect.arrayContaining(range(0, n)));
        if (n > 1) expect(reach(k, taps, layers - 1)).not.toContain(n - 1);
      }),
    );
  });

  it('is 9 for the table’s 4,096 positions and a centred kernel of 3, where a causal one takes 8', () => {
    expect([dilatedLayers(4096, 3), dilatedLayers(4096, 3, true)]).toEqual([9, 8]);
  });

  it('refuses a kernel that never reaches further, and a centred one without a centre', () => {
    expect(() => dilatedLayers(5, 1)).toThrow(/width 1/);
    expect(() => dilatedLayers(5, 4)).toThrow(/width 4 has no centre/);
  });
});
