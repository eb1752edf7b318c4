export type AnyTypedArray = Float32Array | Float64Array | Int32Array | Uint8Array;

const { getPrototypeOf } = Object;
const { isArray } = Array;
const { isView } = ArrayBuffer;

/** What a reader calls an object: its class. */
export function kindOf(value: object): string {
  if (isArray(value)) return 'Array';
  const prototype = getPrototypeOf(value) as { constructor?: { name?: unknown } } | null;
  const name = prototype?.constructor?.name;
  return typeof name === 'string' && name !== '' ? name : 'Object';
}

export const isTyped = (value: unknown): value is AnyTypedArray =>
  isView(value) &&
  typeof (value as AnyTypedArray).length === 'number' &&
  typeof (value as AnyTypedArray)[0] !== 'bigint';

/** The library's tensors are known by what they hold: numbers, and a shape that accounts for them. */
export function tensorIn(
  value: unknown,
): { readonly data: AnyTypedArray; readonly shape: readonly number[] } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { data, shape } = value as { data?: unknown; shape?: unknown };
  if (!isTyped(data) || !isArray(shape)) return undefined;
  let size = 1;
  for (let i = 0; i < shape.length; i++) size *= Number(shape[i]);
  return size === data.length ? { data, shape } : undefined;
}
