/** Numbers travel as whole ten-thousandths: more than a drawing shows of them, and small. */
const steps = 10_000;

interface Packed {
  readonly steps: readonly number[];
}

function isPacked(part: unknown): part is Packed {
  return typeof part === 'object' && part !== null && 'steps' in part;
}

/** What a figure brings with it, such as readings, as JSON: each Float32Array as whole steps, all else as it is. */
export function pack(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part instanceof Float32Array ? { steps: Array.from(part, (number) => Math.round(number * steps)) } : part,
  );
}

/** The same value again, its arrays rounded. */
export function unpack<T>(json: string): T {
  return JSON.parse(json, (_, part: unknown) =>
    isPacked(part) ? Float32Array.from(part.steps, (step) => step / steps) : part,
  ) as T;
}
