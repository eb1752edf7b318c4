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
  it('is the fewest layers through which the first position reaches the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 5 }), (n, k) => {
        // Layer l is a step from position p to p + s·k^l, s < k; a node is a position at a layer.
        const reach = (layers: number): number[] =>
          range(0, layers).reduce<number[]>(
            (seen, layer) =>
              [...new Set(seen.flatMap((p) => range(0, k).map((s) => p + s * k ** layer)))].filter((p) => p < n),
            [0],
          );
        expect(reach(dilatedLayers(n, k))).toContain(n - 1);
        if (n > 1) expect(reach(dilatedLayers(n, k) - 1)).not.toContain(n - 1);
      }),
    );
  });

  it('refuses a kernel that never reaches further', () => {
    expect(() => dilatedLayers(5, 1)).toThrow(/width 1/);
  });
});
