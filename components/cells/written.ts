import type { Outcome } from './outcome.ts';

/** An outcome as JSON, which has no word for NaN and infinities. How long it took, no two runs say alike. */
export function writeOutcome({ ms: _, ...outcome }: Outcome): string {
  return JSON.stringify(outcome, (_, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
  );
}

export function readOutcome(json: string): Outcome {
  return JSON.parse(json, (name, value: unknown) =>
    name === 'numbers' ? (value as unknown[]).map(Number) : value,
  ) as Outcome;
}
