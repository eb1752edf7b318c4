/**
 * What attention is compared with: recurrences, plain and gated, the way back through them, and
 * how far an input reaches through each.
 */

export {
  distanceInfluences,
  distanceNorms,
  drawLayers,
  factorPerStep,
  gainBounds,
  inputVariance,
  layers,
  nudge,
  type Distances,
  type Layer,
  type Reading,
} from './distanceGradient.ts';
export { gatedRecurrence, type Gated, type GatedWeights } from './gatedRecurrence.ts';
export { gatedRecurrenceGradient, type GatedGradient } from './gatedRecurrenceGradient.ts';
export { recurrence } from './recurrence.ts';
export { recurrenceGradient, type RecurrenceGradient } from './recurrenceGradient.ts';
export { statesBefore } from './statesBefore.ts';
