import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { claims, type Claim, type Model } from '../../lib/claims/index.ts';
import { measureClaims, reportOf } from '../../src/claims/measure.ts';

const claim = (id: string, value: number): Claim => ({
  id,
  says: 'a number',
  badge: 'computed',
  decimals: 2,
  measure: () => value,
  theory: { equals: 1, within: 0.1, because: 'it was made so' },
});

describe('npm run claims', () => {
  it('prints value, theory and tolerance of every claim, and ends well', () => {
    const lines = execFileSync('node', ['src/cli/claims.ts'], { encoding: 'utf8' }).trim().split('\n');
    expect(lines).toHaveLength(claims.length + 1);
    expect(lines.find((line) => line.includes(' dot-product-variance '))).toMatch(
      /^ok {3}dot-product-variance +1\.\d+ +theory: 1, ± 0\.09$/,
    );
    expect(lines.at(-1)).toBe(`${claims.length} passed, 0 failed`);
    // All claims, in a process of its own: seconds of work, more on a busy machine.
  }, 120_000);

  it('counts a claim that does not hold', () => {
    const measured = measureClaims({} as Model, [claim('right', 1.05), claim('wrong', 1.2), claim('none', NaN)]);
    expect(reportOf(measured)).toEqual([
      'ok   right  1.05         theory: 1, ± 0.10',
      'FAIL wrong  1.2          theory: 1, ± 0.10',
      'FAIL none   NaN          theory: 1, ± 0.10',
      '1 passed, 2 failed',
    ]);
  });
});
