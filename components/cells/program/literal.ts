/** A value as the code that makes it again: plain data, arrays and typed arrays. */
export function literal(value: unknown): string {
  if (value === undefined || value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Float32Array)
    // Nine digits are enough to find a float32 again.
    return `Float32Array.from([${Array.from(value, (x) => literal(x && Number(x.toPrecision(9)))).join()}])`;
  if (ArrayBuffer.isView(value)) {
    const numbers = value as Float64Array;
    return `${numbers.constructor.name}.from([${Array.from(numbers, literal).join()}])`;
  }
  if (Array.isArray(value)) return `[${value.map(literal).join()}]`;
  if (typeof value === 'object')
    return `({${Object.entries(value)
      .map(([key, each]) => `${JSON.stringify(key)}:${literal(each)}`)
      .join()}})`;
  throw new TypeError(`A ${typeof value} cannot be at hand in a cell: data can.`);
}
