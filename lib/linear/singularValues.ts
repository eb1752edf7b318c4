import { showShape, type Tensor } from '../tensor.ts';

/** Two rows count as perpendicular when the cosine between them is at most this. */
const perpendicular = 1e-12;
/** Rotations of all pairs; a matrix of hundreds of rows needs about ten. */
const mostSweeps = 60;

/**
 * The singular values of a small matrix: how far it stretches space along its own axes.
 *
 * One-sided Jacobi: rotate the rows in pairs until all are perpendicular; their lengths are
 * then the singular values. It works on the shorter side of the matrix, in float64.
 *
 * @param matrix (n, m)
 * @returns min(n, m) numbers ≥ 0, largest first, in the unit of the matrix.
 * @throws RangeError when there are not two axes, or a number is not finite.
 * @see Hestenes 1958, "Inversion of matrices by biorthogonalization"; Golub & Van Loan 2013, section 8.6.
 */
export function singularValues({ data, shape }: Tensor): number[] {
  const [n, m] = shape as [number, number];
  if (shape.length !== 2 || !data.every(Number.isFinite))
    throw new RangeError(
      `Shape ${showShape(shape)} has no singular values here: give a matrix, (n, m), of finite numbers.`,
    );
  const row = (i: number) => Float64Array.from({ length: m }, (_, j) => data[i * m + j]!);
  const column = (j: number) => Float64Array.from({ length: n }, (_, i) => data[i * m + j]!);
  const vectors = n <= m ? Array.from({ length: n }, (_, i) => row(i)) : Array.from({ length: m }, (_, j) => column(j));

  for (let sweep = 0, turned = true; turned && sweep < mostSweeps; sweep++) {
    turned = false;
    for (let p = 0; p < vectors.length; p++)
      for (let q = p + 1; q < vectors.length; q++) turned = makePerpendicular(vectors[p]!, vectors[q]!) || turned;
  }
  return vectors.map((x) => Math.hypot(...x)).sort((a, b) => b - a);
}

/** Rotates x and y in their plane until x·y = 0; says whether there was anything to do. */
function makePerpendicular(x: Float64Array, y: Float64Array): boolean {
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    xx += x[i]! ** 2;
    yy += y[i]! ** 2;
    xy += x[i]! * y[i]!;
  }
  if (Math.abs(xy) <= perpendicular * Math.sqrt(xx * yy)) return false;
  const zeta = (yy - xx) / (2 * xy);
  const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
  const cosine = 1 / Math.hypot(1, tangent);
  for (let i = 0; i < x.length; i++) {
    const [a, b] = [x[i]!, y[i]!];
    x[i] = cosine * (a - tangent * b);
    y[i] = cosine * (tangent * a + b);
  }
  return true;
}

/**
 * The numerical rank: how many singular values are more than rounding.
 *
 * @param matrix (n, m)
 * @param tolerance A singular value at or below it counts as 0. Default: the largest one times
 *   max(n, m) times 2⁻²³, the spacing of float32 at 1, in which the matrix was rounded.
 * @throws RangeError as {@link singularValues}.
 * @see Press et al. 2007, Numerical Recipes, section 2.6, for the default (NumPy and MATLAB use it too).
 */
export function rank(matrix: Tensor, tolerance?: number): number {
  const values = singularValues(matrix);
  const rounding = (values[0] ?? 0) * Math.max(...matrix.shape) * 2 ** -23;
  return values.filter((value) => value > (tolerance ?? rounding)).length;
}
