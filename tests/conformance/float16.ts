/** The float16 nearest to x, ties to even: 11 bits of precision, exponents −14 to 15 (IEEE 754 binary16). */
export function roundToHalf(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const exponent = Math.max(Math.floor(Math.log2(Math.abs(x))), -14);
  const step = 2 ** (exponent - 10);
  const steps = Math.abs(x) / step;
  const below = Math.floor(steps);
  const up = steps - below > 0.5 || (steps - below === 0.5 && below % 2 === 1);
  const rounded = (below + (up ? 1 : 0)) * step;
  return Math.sign(x) * (rounded > 65504 ? Infinity : rounded);
}
