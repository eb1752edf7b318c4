import { describe, expect, it } from 'vitest';
import { showMeasured, showTheory } from '../../components/prose/claim-text.ts';

describe('the value of a claim', () => {
  it('has the decimals that are meant, and a true minus', () => {
    expect(showMeasured(1.0238, { decimals: 2 })).toBe('1.02');
    expect(showMeasured(-0.5, { decimals: 1 })).toBe('−0.5');
    expect(showMeasured(0, { decimals: 2 })).toBe('0.00');
  });
  it('is a percentage where it is a share', () => {
    expect(showMeasured(0.8415, { decimals: 0, percent: true })).toBe('84 %');
  });
  it('is a power of ten where its decimals would hide it', () => {
    expect(showMeasured(4.7e-10, { decimals: 2 })).toBe('4.7 × 10⁻¹⁰');
    expect(showMeasured(-1.2e-7, { decimals: 2 })).toBe('−1.2 × 10⁻⁷');
  });
});

describe('what theory expects', () => {
  const because = 'it is so';
  it('is a value and how far off it may be, or a bound', () => {
    expect(showTheory({ equals: 1, within: 0.0925, because })).toEqual({ expected: '1', tolerance: '± 0.09' });
    expect(showTheory({ equals: 0.5625, within: 0, because }, true)).toEqual({
      expected: '56.25 %',
      tolerance: 'exactly',
    });
    expect(showTheory({ equals: 0, within: 1e-6, because })).toEqual({ expected: '0', tolerance: '± 1.0 × 10⁻⁶' });
    expect(showTheory({ atMost: 0.99, because }).expected).toBe('at most 0.99');
    expect(showTheory({ atLeast: 0.05, because }).expected).toBe('at least 0.05');
  });
});
