/**
 * A small assembler for WebAssembly: each function gives the bytes of one instruction,
 * and the type of what it leaves on the stack, so that TypeScript refuses a vector where
 * a number belongs.
 *
 * Why not a text file with a build step: the loops of the kernel repeat themselves eight
 * times over, once for each register, and with or without fused multiplication. Here that
 * is a loop and an argument. The module is made where it runs, so that nothing is fetched,
 * nothing compiled is committed, and tests, build and page all run the same bytes.
 *
 * @see WebAssembly Core Specification, sections 5.4 and 5.5, for every number below.
 */

/** Types of values, as the binary format writes them. */
const types = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const;
export type Type = keyof typeof types;

/** Bytes of code that leave a value of a type on the stack, or none. */
export type Code<T extends Type | 'none'> = readonly number[] & { readonly leaves?: T };
type I32 = Code<'i32'>;
type F32 = Code<'f32'>;
type V128 = Code<'v128'>;
type Statement = Code<'none'>;

/** LEB128 without a sign: seven bits a byte, the lowest first. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** LEB128 with a sign. */
function signed(value: number): number[] {
  return value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}

/** A list of parts with its length in front, as all lists of the format are. */
const counted = (parts: readonly (readonly number[])[]): number[] => [...unsigned(parts.length), ...parts.flat()];
const sized = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes];

const vector = (opcode: number): number[] => [0xfd, ...unsigned(opcode)];
/** Where an instruction reaches into memory: aligned to 4 bytes at least, at a fixed distance of bytes from the address. */
const at = (offset: number): number[] => [2, ...unsigned(offset)];

const two =
  <T extends Type>(...opcode: number[]) =>
  (a: Code<T>, b: Code<T>): Code<T> => [...a, ...b, ...opcode];
const joined = (opcode: number) => two<'v128'>(...vector(opcode));

export const i32 = {
  const: (value: number): I32 => [0x41, ...signed(value)],
  add: two<'i32'>(0x6a),
  sub: two<'i32'>(0x6b),
  shl: (a: I32, bits: number): I32 => [...a, 0x41, bits, 0x74],
  /** Of a number without a sign. */
  shr: (a: I32, bits: number): I32 => [...a, 0x41, bits, 0x76],
  and: (a: I32, mask: number): I32 => [...a, 0x41, ...signed(mask), 0x71],
};

/** Four numbers at a time. */
export const f32x4 = {
  /** The same number four times. */
  splat: (x: F32): V128 => [...x, ...vector(0x13)],
  const: (value: number): V128 => f32x4.splat([0x43, ...new Uint8Array(new Float32Array([value]).buffer)]),
  load: (address: I32, offset = 0): V128 => [...address, ...vector(0x00), ...at(offset)],
  loadSplat: (address: I32, offset = 0): V128 => [...address, ...vector(0x09), ...at(offset)],
  store: (address: I32, offset: number, x: V128): Statement => [...address, ...x, ...vector(0x0b), ...at(offset)],
  /** `x`, with one of its four numbers read from memory. */
  loadLane: (address: I32, x: V128, lane: number): V128 => [...address, ...x, ...vector(0x56), ...at(0), lane],
  storeLane: (address: I32, x: V128, lane: number): Statement => [...address, ...x, ...vector(0x5a), ...at(0), lane],
  add: joined(0xe4),
  sub: joined(0xe5),
  mul: joined(0xe6),
  div: joined(0xe7),
  /** The larger; where one of the two is NaN, `a`. One instruction, unlike `max`. */
  pmax: joined(0xeb),
  /** All bits of `x` where `a > b`, else 0. */
  where: (a: V128, b: V128, x: V128): V128 => [...a, ...b, ...vector(0x44), ...x, ...vector(0x4e)],
  /** The bits as whole numbers, moved to the left. */
  shiftLeft: (a: V128, bits: number): V128 => [...a, 0x41, bits, ...vector(0xab)],
  /** a · b + c, rounded once where the processor can, which is faster and not the same on every machine. */
  relaxedMadd: (a: V128, b: V128, c: V128): V128 => [...a, ...b, ...c, ...vector(0x105)],
};

/** A local variable: `get` reads it. */
export interface Local<T extends Type> {
  readonly get: Code<T>;
  set(value: Code<T>): Statement;
  /** Sets it, and leaves the value on the stack too. */
  tee(value: Code<T>): Code<T>;
}

/** Runs the body `count` times, at least once; `count` is 0 afterwards. */
export function repeat(count: Local<'i32'>, ...body: readonly Statement[]): Statement {
  return [0x03, 0x40, ...body.flat(), ...count.tee(i32.sub(count.get, i32.const(1))), 0x0d, 0, 0x0b];
}

/** Runs the body where the condition is not 0. */
export function when(condition: I32, ...body: readonly Statement[]): Statement {
  return [...condition, 0x04, 0x40, ...body.flat(), 0x0b];
}

/** Moves an address on by a fixed number of bytes. */
export function advance(address: Local<'i32'>, bytes: number): Statement {
  return address.set(i32.add(address.get, i32.const(bytes)));
}

export interface Routine {
  readonly params: readonly Type[];
  readonly code: readonly number[];
}

/**
 * A function without a result. Parameters are given by name and type.
 *
 * @param body Its statements; `local` makes a variable, 0 at the start.
 */
export function routine<P extends Record<string, 'i32' | 'f32'>>(
  params: P,
  body: (
    given: { readonly [Name in keyof P]: Local<P[Name]> },
    local: <T extends Type>(type: T) => Local<T>,
  ) => readonly Statement[],
): Routine {
  const declared: Type[] = [];
  const local = <T extends Type>(type: T): Local<T> => {
    const index = unsigned(declared.push(type) - 1);
    return {
      get: [0x20, ...index],
      set: (value) => [...value, 0x21, ...index],
      tee: (value) => [...value, 0x22, ...index],
    };
  };
  const given = Object.fromEntries(Object.entries(params).map(([name, type]) => [name, local(type)]));
  const statements = body(given as { [Name in keyof P]: Local<P[Name]> }, local).flat();
  const own = declared.slice(Object.keys(params).length).map((type) => [1, types[type]]);
  return { params: Object.values(params), code: sized([...counted(own), ...statements, 0x0b]) };
}

/** The bytes of a module: the routines by name, and a memory of the given number of 64 KB pages, named `memory`. */
export function assemble(routines: Readonly<Record<string, Routine>>, pages: number): Uint8Array<ArrayBuffer> {
  const all = Object.values(routines);
  const name = (text: string) => sized([...new TextEncoder().encode(text)]);
  const section = (id: number, parts: readonly (readonly number[])[]) => [id, ...sized(counted(parts))];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      all.map(({ params }) => [0x60, ...counted(params.map((type) => [types[type]])), 0]),
    ),
    ...section(
      3,
      all.map((_, index) => unsigned(index)),
    ),
    ...section(5, [[0, ...unsigned(pages)]]),
    ...section(7, [
      [...name('memory'), 2, 0],
      ...Object.keys(routines).map((key, index) => [...name(key), 0, ...unsigned(index)]),
    ]),
    ...section(
      10,
      all.map(({ code }) => code),
    ),
  ]);
}
