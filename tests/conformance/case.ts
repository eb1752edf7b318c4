import { readFileSync } from 'node:fs';

/** A number, or the name of one that JSON cannot write: "inf", "-inf", "nan". */
type Written = number | boolean | string;

export interface Value {
  readonly dims: readonly number[];
  readonly dtype: string;
  readonly data: readonly number[];
}

/** One case of the ONNX Attention operator. Inputs and outputs that are left out are absent. */
export interface Case {
  readonly name: string;
  readonly attributes: Readonly<Record<string, number>>;
  readonly inputs: Readonly<Record<string, Value>>;
  readonly outputs: Readonly<Record<string, Value>>;
}

function readNumber(written: Written): number {
  if (typeof written !== 'string') return Number(written);
  const named = /^([+-]?)(inf|infinity|nan)$/i.exec(written.trim());
  if (!named) throw new Error(`"${written}" is not a number: write "inf", "-inf" or "nan" for those JSON lacks.`);
  const size = named[2]!.toLowerCase() === 'nan' ? NaN : Infinity;
  return named[1] === '-' ? -size : size;
}

type WrittenValue = { dims?: number[]; dtype?: string; data?: Written[] } | null | string;

/** Optional inputs that are absent come as nothing, as null, or as a value of no numbers. */
function readValues(written: Record<string, WrittenValue> = {}): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(written)) {
    if (!value || typeof value === 'string' || !value.data) continue;
    const { dims = [value.data.length], dtype = 'float32' } = value;
    // An empty cache has rank 4 and is an input; an empty list is the lack of one.
    if (value.data.length === 0 && dims.length < 2) continue;
    values[name] = { dims, dtype, data: value.data.map(readNumber) };
  }
  return values;
}

/** @throws Error when the file is not a case. */
export function readCase(path: string): Case {
  const { name, attributes, inputs, outputs } = JSON.parse(readFileSync(path, 'utf8'));
  if (!inputs || !outputs) throw new Error('the file has no inputs or no outputs, so it is not a case.');
  return { name: name ?? path, attributes: attributes ?? {}, inputs: readValues(inputs), outputs: readValues(outputs) };
}
