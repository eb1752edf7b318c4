import type { Claim } from './claim.ts';
import { complexityClaims } from './complexity.ts';

export { agrees, type Claim, type Model, type Theory } from './claim.ts';

/** Every claim of the notebook, in the order in which it is told. */
export const claims: readonly Claim[] = [
  ...complexityClaims,
];
