import { i32, type Code, type Local } from './assembler.ts';

/** Bytes of one number, and of eight abreast. */
export const float = 4;
export const abreast = 8 * float;
/** Eight numbers abreast are two vectors of four. */
export const vectors = [0, 1] as const;
export const lanes = [0, 1, 2, 3] as const;

/** Makes of places counted in floats places counted in bytes. */
export function toBytes(...places: readonly Local<'i32'>[]): Code<'none'>[] {
  return places.map((place) => place.set(i32.shl(place.get, 2)));
}
