import { i32, type Code, type Local } from './assembler.ts';

/** Bytes of one number, and of one in each lane. */
export const float = 4;
export const eightFloats = 8 * float;
/** Eight lanes are two vectors of four. */
export const vectors = [0, 1] as const;
export const vectorLanes = [0, 1, 2, 3] as const;

/** Makes of offsets counted in floats offsets counted in bytes. */
export function toBytes(...offsets: readonly Local<'i32'>[]): Code<'none'>[] {
  return offsets.map((offset) => offset.set(i32.shl(offset.get, 2)));
}
