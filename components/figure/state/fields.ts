/** One named part of a figure's state: what it is by default, and how it is written in an address. */
export interface Field<T> {
  readonly fallback: T;
  /** @returns What the text says, or nothing where it says nothing that this field can hold. */
  read(text: string): T | undefined;
  write(value: T): string;
  /** All that it can be, where that is a list. */
  readonly names?: readonly string[];
  /** The field that it is chosen for: another choice there leaves this one open again. */
  readonly follows?: string;
  /** Its range, and the step of a slider over it, where it is a number, or numbers. */
  readonly range?: Range;
}

// The values of a schema differ in type from field to field; State recovers each.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Schema = Readonly<Record<string, Field<any>>>;

/** The state that a schema describes. */
export type State<S extends Schema> = { readonly [Name in keyof S]: S[Name] extends Field<infer T> ? T : never };

export interface Range {
  readonly from: number;
  readonly to: number;
  /** Default 1. */
  readonly step?: number;
}

/**
 * Without an exponent, which is not read: what is smaller than 1e-20 is 0. And without the dust of
 * binary fractions that steps leave, 1.5499999999999998: a millionth of a step is none.
 */
function plainly(value: number, step: number | undefined): string {
  const clean = step !== undefined ? Number(value.toFixed((String(step).split('.')[1]?.length ?? 0) + 6)) : value;
  const short = String(clean);
  return short.includes('e-') ? value.toFixed(20).replace(/\.?0+$/, '') : short;
}

/** A finite decimal number in a range. */
export function number(fallback: number, range: Range): Field<number> {
  const { from, to, step } = range;
  return {
    fallback,
    range,
    read: (text) =>
      /^-?\d+(\.\d+)?$/.test(text) && Number(text) >= from && Number(text) <= to ? Number(text) : undefined,
    write: (value) => plainly(value, step),
  };
}

/** A whole number in a range, both ends included. */
export function integer(fallback: number, range: Range): Field<number> {
  const any = number(fallback, range);
  return { ...any, read: (text) => (/^-?\d+$/.test(text) ? any.read(text) : undefined) };
}

/** A switch: `1` or `0`. */
export function flag(fallback: boolean): Field<boolean> {
  return {
    fallback,
    read: (text) => (text === '1' ? true : text === '0' ? false : undefined),
    write: (on) => (on ? '1' : '0'),
  };
}

/** One of a few names. */
export function oneOf<const T extends string>(fallback: NoInfer<T>, names: readonly T[]): Field<T> {
  return { fallback, read: (text) => names.find((name) => name === text), write: String, names };
}

/** Words that a reader typed. */
export function text(fallback: string, { longest }: { readonly longest: number }): Field<string> {
  return { fallback, read: (written) => (written.length <= longest ? written : undefined), write: String };
}

/** As many numbers as the fallback has, all in one range: `1,-2.5,3`. */
export function numbers(fallback: readonly number[], range: Range): Field<readonly number[]> {
  const one = number(0, range);
  return {
    fallback,
    range,
    read(written) {
      const read = written.split(',').map(one.read);
      return read.length === fallback.length && read.every((value) => value !== undefined) ? read : undefined;
    },
    write: (values) => values.map(one.write).join(','),
  };
}

/** A field that may be left open: then the figure chooses for itself. */
export function optional<T>(field: Field<T>): Field<T | undefined> {
  return { ...field, fallback: undefined, write: (value) => (value === undefined ? '' : field.write(value)) };
}
