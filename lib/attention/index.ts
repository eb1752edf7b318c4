/**
 * What attention is: queries compared with keys, masks, positions, softmax, the weighted sum of
 * values; heads, the cache of keys and values, and attention tile by tile. Each function is written to be
 * read.
 */

export { attentionWeights } from './attentionWeights.ts';
export { joinPositions, type KeyValueCache } from './cache.ts';
export { headOf, joinHeads, splitHeads } from './heads.ts';
export { booleanMask, causalMask, paddingMask, windowMask, type BooleanMask, type Mask } from './masks.ts';
export { mayAttend, type Rule, type Window } from './mayAttend.ts';
export { multiHeadAttention, type Projections } from './multiHeadAttention.ts';
export { emptyRunning, onlineSoftmax, runningOutput, updateRunning, type Running, type Stop } from './onlineSoftmax.ts';
export { linearBiases, rotary, rotaryFrequencies } from './positions.ts';
export type { AttentionOptions } from './prepare.ts';
export type { PositionOptions } from './rules.ts';
export {
  scaledDotProductAttention,
  type Attended,
  type AttendedWith,
  type Stage,
} from './scaledDotProductAttention.ts';
export { capRow, scoreRow } from './scores.ts';
export { softmax, softmaxRow } from './softmax.ts';
export { tiledAttention, type TiledAttention, type TiledOptions } from './tiledAttention.ts';
export { weightedSum } from './weightedSum.ts';
