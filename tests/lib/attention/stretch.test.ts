import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayAttend, type Rule } from '../../../lib/attention/index.ts';
import { stretchEnd, stretchStart } from '../../../lib/attention/stretch.ts';
import { range } from './arbitrary.ts';

const m = 9;
const side = fc.integer({ min: -1, max: m });
const rules: fc.Arbitrary<Rule> = fc.record({
  causal: fc.boolean(),
  window: fc.option(fc.tuple(side, side), { nil: undefined }),
  offset: fc.option(fc.integer({ min: -m, max: m }), { nil: undefined }),
  validLength: fc.option(fc.nat({ max: m }), { nil: undefined }),
});

it('the stretch of a query holds the keys that it may attend to, and no other', () => {
  fc.assert(
    fc.property(rules, fc.nat({ max: m }), (rule, i) => {
      const [start, end] = [stretchStart(i, rule), stretchEnd(i, m, rule)];
      for (const j of range(0, m)) expect(j >= start && j < end, `key ${j}`).toBe(mayAttend(i, j, rule));
    }),
    { numRuns: 2000 },
  );
});

it('a later query’s stretch neither begins nor ends earlier', () => {
  fc.assert(
    fc.property(rules, fc.nat({ max: m }), (rule, i) => {
      expect(stretchStart(i + 1, rule)).toBeGreaterThanOrEqual(stretchStart(i, rule));
      expect(stretchEnd(i + 1, m, rule)).toBeGreaterThanOrEqual(stretchEnd(i, m, rule));
    }),
  );
});
