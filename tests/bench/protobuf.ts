/**
 * As much of the Protocol Buffers wire format as an ONNX model needs, written by hand:
 * a field is a key, which holds its number and how it is coded, and then its value.
 */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Seven bits a byte, the low ones first; the eighth says that more follow. */
function varint(value: number): number[] {
  if (!(Number.isSafeInteger(value) && value >= 0))
    throw new RangeError(`${value} cannot be written: give a whole number from 0.`);
  const bytes: number[] = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return [...bytes, value];
}

/** A message, or a part of one, is its fields one after another. */
export function message(...fields: readonly Bytes[]): Bytes {
  const bytes = new Uint8Array(fields.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const field of fields) {
    bytes.set(field, at);
    at += field.length;
  }
  return bytes;
}

/** A whole number from 0. */
export const whole = (field: number, value: number): Bytes => Uint8Array.from([...varint(field * 8), ...varint(value)]);

/** A message within a message, or raw bytes. */
export const nested = (field: number, bytes: Bytes): Bytes =>
  message(Uint8Array.from([...varint(field * 8 + 2), ...varint(bytes.length)]), bytes);

export const text = (field: number, value: string): Bytes => nested(field, new TextEncoder().encode(value));

export function float32(field: number, value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return message(Uint8Array.from(varint(field * 8 + 5)), bytes);
}
