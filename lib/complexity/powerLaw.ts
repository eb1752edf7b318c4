import { mean } from '../mean.ts';

/** A measured power law: value ≈ factor · n^exponent. */
export interface PowerLaw {
  readonly exponent: number;
  /** Standard error of the exponent, from how far the points lie off the line. */
  readonly error: number;
  /** In the unit of the values. */
  readonly factor: number;
}

/** One value, measured or counted, at one length. */
export interface Sample {
  readonly n: number;
  readonly value: number;
}

/**
 * Fits a power law by least squares on logarithms, where it is a straight line: the slope
 * is the exponent. Its standard error is the residuals' with k − 2 degrees of freedom; it
 * knows of scatter alone, and nothing of a law that bends where the points end.
 *
 * @param samples k ≥ 3 of them, at two lengths or more; lengths and values above 0.
 * @throws RangeError when there are too few, or one is not above 0.
 * @see Montgomery, Peck & Vining 2012, section 2.3, for the slope's standard error.
 */
export function fitPowerLaw(samples: readonly Sample[]): PowerLaw {
  const k = samples.length;
  if (k < 3) throw new RangeError(`A slope and its error need 3 points, but ${k} were given.`);
  const wrong = samples.find(({ n, value }) => !(n > 0 && value > 0));
  if (wrong)
    throw new RangeError(`The point n = ${wrong.n}, value ${wrong.value} has no logarithm: give both above 0.`);

  const x = samples.map(({ n }) => Math.log(n));
  const y = samples.map(({ value }) => Math.log(value));
  const [meanX, meanY] = [mean(x), mean(y)];
  const spread = sum(x.map((at) => (at - meanX) ** 2));
  if (spread === 0) throw new RangeError(`All points have the length ${samples[0]!.n}: a slope needs two lengths.`);
  const exponent = sum(x.map((at, i) => (at - meanX) * (y[i]! - meanY))) / spread;
  const residuals = y.map((at, i) => at - meanY - exponent * (x[i]! - meanX));
  const variance = sum(residuals.map((residual) => residual ** 2)) / (k - 2);
  return { exponent, error: Math.sqrt(variance / spread), factor: Math.exp(meanY - exponent * meanX) };
}

/**
 * The factor of a law whose exponent is known: the line of that slope through the points'
 * middle, which least squares on logarithms gives.
 */
export function factorOf(samples: readonly Sample[], exponent: number): number {
  return Math.exp(mean(samples.map(({ n, value }) => Math.log(value) - exponent * Math.log(n))));
}

/**
 * What a law says of a length.
 *
 * @param law Without its error.
 * @returns In the unit of the law's values.
 */
export function valueAt({ factor, exponent }: Omit<PowerLaw, 'error'>, n: number): number {
  return factor * n ** exponent;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
