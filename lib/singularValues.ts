import { showShape, type Tensor } from './tensor.ts';

/** Turns that leave every pair of columns this close to upright, as a cosine, are the last. */
const upright = 1e-12;
/** A matrix of figure size is done in five or six; this many means that a number was not finite. */
const mostSweeps = 60;

/**
 * The singular values of a small matrix: how far it reaches along each of its independent
 * directions. As many are above zero as the matrix has rank.
 *
 * Columns are turned against each other in pairs until all stand upright on one another;
 * their lengths are then the singular values (one-sided Jacobi). Kept in float64.
 *
 * @param A (n, m)
 * @returns m numbers, largest first, in the unit of A.
 * @throws RangeError when A is not a matrix or holds a number that is not finite.
 * @see Hestenes 1958, "Inversion of matrices by biorthogonalization".
 */
export function singularValues(A: Tensor): number[] {
  const [n, m] = A.shape;
  if (A.shape.length !== 2) throw new RangeError(`Singular values are of a matrix (n, m), but the shape is ${showShape(A.shape)}.`);
  if (!A.data.every(Number.isFinite)) throw new RangeError('Singular values need finite numbers: leave out rows that are masked.');
  const columns = Array.from({ length: m! }, (_, j) => Float64Array.from({ length: n! }, (_, i) => A.data[i * m! + j]!));

  for (let sweep = 0, turned = true; turned && sweep < mostSweeps; sweep++) {
    turned = false;
    for (let p = 0; p < m!; p++)
      for (let q = p + 1; q < m!; q++) turned = turnUpright(columns[p]!, columns[q]!) || turned;
  }
  return columns.map((column) => Math.sqrt(dot(column, column))).sort((a, b) => b - a);
}

/** Turns two columns in their plane until they are upright on each other; says whether they were not. */
function turnUpright(a: Float64Array, b: Float64Array): boolean {
  const aa = dot(a, a);
  const bb = dot(b, b);
  const ab = dot(a, b);
  if (Math.abs(ab) <= upright * Math.sqrt(aa * bb)) return false;
  const zeta = (bb - aa) / (2 * ab);
  const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  for (let i = 0; i < a.length; i++) {
    const was = a[i]!;
    a[i] = cosine * (was - tangent * b[i]!);
    b[i] = cosine * (b[i]! + tangent * was);
  }
  return true;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
