import { f32x4, type Code, type Local } from './assembler.ts';
import type { Madd } from './product.ts';

/**
 * Of the polynomial for (2^f − 1)/f on [−½, ½] whose largest error is smallest, the highest power
 * of f first. 2^f is then exactly 1 at f = 0, and off by less than 2 parts in ten million elsewhere.
 */
const coefficients = [0.00132647273, 0.00967151299, 0.0555073358, 0.240222424, 0.693147004];

/**
 * Added to a number between −127 and 0, it leaves no bits after the point: the sum's last bits are
 * the nearest whole number plus 127, which is the exponent of the float32 that is that power of 2.
 */
const shifter = 1.5 * 2 ** 23 + 127;

/**
 * Code for 2^x, x ≤ 0, of several vectors at once: they take turns at every step, so that none
 * waits for its own last one. Below −126.5 it gives 0; of NaN it makes NaN.
 *
 * @returns `prepare`, to be run once before, and `exp2`, which puts the powers where x was.
 */
export function exp2Code(local: (type: 'v128') => Local<'v128'>, madd: Madd) {
  const constants = [-127, shifter, ...coefficients, 1].map((value) => ({ value, kept: local('v128') }));
  const prepare = constants.map(({ value, kept }) => kept.set(f32x4.const(value)));
  const [least, shift, first, ...others] = constants.map(({ kept }) => kept.get) as [Code<'v128'>, ...Code<'v128'>[]];

  const exp2 = (xs: readonly Local<'v128'>[]): Code<'none'>[] => {
    const parts = xs.map((x) => ({ x, whole: local('v128'), power: local('v128') }));
    return [
      ...parts.map(({ x }) => x.set(f32x4.pmax(x.get, least))),
      ...parts.map(({ x, whole }) => whole.set(f32x4.add(x.get, shift!))),
      ...parts.map(({ x, whole }) => x.set(f32x4.sub(x.get, f32x4.sub(whole.get, shift!)))),
      ...parts.map(({ power }) => power.set(first!)),
      ...others.flatMap((c) => parts.map(({ x, power }) => power.set(madd(power.get, x.get, c)))),
      ...parts.map(({ x, whole, power }) => x.set(f32x4.mul(power.get, f32x4.shiftLeft(whole.get, 23)))),
    ];
  };
  return { prepare, exp2 };
}
