/**
 * Singular values, rank, and random orthogonal matrices.
 */

export { orthogonal } from './orthogonal.ts';
export { rank, singularValues } from './singularValues.ts';
