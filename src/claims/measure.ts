import { showMeasured, showTheory } from '../../components/prose/claim-text.ts';
import { agrees, claims, type Claim, type Model } from '../../lib/claims/index.ts';

/** A claim and what it came to. */
export interface MeasuredClaim {
  readonly claim: Claim;
  readonly value: number;
  /** As prose prints it. */
  readonly text: string;
  readonly agrees: boolean;
}

/** Measures every claim anew. */
export function measureClaims(model: Model, list: readonly Claim[] = claims): MeasuredClaim[] {
  return list.map((claim) => {
    const value = claim.measure(model);
    return { claim, value, text: showMeasured(value, claim), agrees: agrees(value, claim.theory) };
  });
}

/** One line a claim and a closing one, as `npm run claims` prints them. */
export function reportOf(measured: readonly MeasuredClaim[]): string[] {
  const widest = Math.max(...measured.map(({ claim }) => claim.id.length));
  const lines = measured.map(({ claim, value, agrees: holds }) => {
    const { expected, tolerance } = showTheory(claim.theory);
    return `${holds ? 'ok  ' : 'FAIL'} ${claim.id.padEnd(widest)}  ${String(Number(value.toPrecision(6))).padEnd(12)} theory: ${expected}, ${tolerance}`;
  });
  const failed = measured.filter((each) => !each.agrees).length;
  return [...lines, `${measured.length - failed} passed, ${failed} failed`];
}
