export { orthogonal } from './orthogonal.ts';
export { rank, singularValues } from './singularValues.ts';
