import type { Claim, Theory } from '#lib/claims/claim.ts';
import { showNumber } from '../plots/number.ts';

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 4.7e-10 as 4.7 × 10⁻¹⁰. */
function showPower(value: number): string {
  const [digits, exponent] = value.toExponential(1).split('e');
  return `${digits!.replace('-', '−')} × 10${exponent!
    .replace(/^\+/, '')
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => raised[Number(digit)]!)}`;
}

/** A value of a claim as it is printed; one too small for its decimals by its power of ten. */
export function showMeasured(value: number, { decimals, percent }: Pick<Claim, 'decimals' | 'percent'>): string {
  if (percent) return `${showNumber(100 * value, decimals)} %`;
  const text = showNumber(value, decimals);
  return value !== 0 && Number(text.replace('−', '-')) === 0 ? showPower(value) : text;
}

/** What theory expects, and how far off a value may be: two short phrases. */
export function showTheory(theory: Theory, percent?: true): { readonly expected: string; readonly tolerance: string } {
  const show = (value: number): string => {
    if (value !== 0 && Math.abs(value) < 0.005) return showPower(value);
    const shown = percent ? 100 * value : value;
    const text = showNumber(shown, Number.isInteger(shown) ? 0 : 2);
    return percent ? `${text} %` : text;
  };
  if ('equals' in theory)
    return { expected: show(theory.equals), tolerance: theory.within === 0 ? 'exactly' : `± ${show(theory.within)}` };
  return 'atLeast' in theory
    ? { expected: `at least ${show(theory.atLeast)}`, tolerance: 'a bound' }
    : { expected: `at most ${show(theory.atMost)}`, tolerance: 'a bound' };
}
