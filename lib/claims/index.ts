import { agreementClaims } from './agreement.ts';
import { asymmetryClaims } from './asymmetry.ts';
import type { Claim } from './claim.ts';
import { complexityClaims } from './complexity.ts';
import { contrastClaims } from './contrast.ts';
import { distanceClaims } from './distance.ts';
import { hullClaims } from './hull.ts';
import { onlineSoftmaxClaims } from './onlineSoftmax.ts';
import { piecesClaims } from './pieces.ts';
import { positionsClaims } from './positions.ts';
import { projectionClaims } from './projections.ts';
import { roundingClaims } from './rounding.ts';
import { scalingClaims } from './scaling.ts';
import { senseProbeClaims } from './senseProbes.ts';
import { sensesClaims } from './senses.ts';
import { taskClaims } from './tasks.ts';
import { trainedWindowClaims } from './trainedWindow.ts';
import { translationClaims } from './translation.ts';
import { weightsClaims } from './weights.ts';
import { windowClaims } from './window.ts';

export { agrees, type Claim, type Model, type Theory } from './claim.ts';

/** Every claim of the notebook, in the order in which it is told. */
export const claims: readonly Claim[] = [
  ...roundingClaims,
  ...weightsClaims,
  ...hullClaims,
  ...windowClaims,
  ...sensesClaims,
  ...senseProbeClaims,
  ...contrastClaims,
  ...scalingClaims,
  ...asymmetryClaims,
  ...projectionClaims,
  ...trainedWindowClaims,
  ...agreementClaims,
  ...positionsClaims,
  ...complexityClaims,
  ...distanceClaims,
  ...taskClaims,
  ...translationClaims,
  ...onlineSoftmaxClaims,
  ...piecesClaims,
];
