/**
 * Self-attention step by step on matrices small enough to be read, and how each of their numbers
 * was made.
 */

export { attentionSteps, type Steps } from './attentionSteps.ts';
export { attendsBeyond, isUniform, matchesOneWay } from './challenges.ts';
export { explain, type Explained } from './explain.ts';
export {
  largestInput,
  type Cell,
  type ComputedName,
  type InputName,
  type Inputs,
  type MatrixName,
  type Rows,
} from './matrices.ts';
export { readNumber, type Fault } from './readNumber.ts';
export { isAmong, sourcesOf, type Source } from './sources.ts';
