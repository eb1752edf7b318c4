/**
 * Models that learn: each layer with its way forward and its way back, a loss, an optimiser, and the
 * tasks that the notebook trains them on.
 */

export { adamStep, restingMomenta, type AdamOptions, type Momenta } from './adam.ts';
export type { AnyTensor, Arithmetic, AttendedTo, AttentionSlopes, Numbers, Sight } from './arithmetic.ts';
export { attentionBack } from './attentionBack.ts';
export { crossEntropy, type Loss } from './crossEntropy.ts';
export { embedding, embeddingBack } from './embedding.ts';
export { exact } from './exact.ts';
export { fast } from './fast.ts';
export { filled, readModel, writeModel } from './file.ts';
export { feedForward, feedForwardBack, type Fed, type FeedForward } from './feedForward.ts';
export { gruStep, gruStepBack, type Gru, type GruStep } from './gru.ts';
export { isHeldOut } from './heldOut.ts';
export { layerNorm, layerNormBack, type Norm, type Normed } from './layerNorm.ts';
export { gruSequence, gruSequenceBack, type GruRun } from './gruSequence.ts';
export { linear, linearBack, type Linear } from './linear.ts';
export { multiHead, multiHeadBack, type Attended, type MultiHead } from './multiHead.ts';
export { parameters, type Parameter, type Parameters, type Start } from './parameters.ts';
export { recall, reverse, type Batch, type Task } from './tasks.ts';
export { measureTask, startTask, stepTask, taskRecipe, type TaskTraining } from './taskTraining.ts';
export {
  learn,
  read,
  transformer,
  type Block,
  type Read,
  type Tied,
  type Transformer,
  type TransformerSizes,
} from './transformer.ts';
export { train, type OnStep, type Training } from './train.ts';
export {
  batchOf,
  drawHeldOut,
  drawPairs,
  encodeEnglish,
  english,
  french,
  lengthGroup,
  lengthGroups,
  type TranslationBatch,
} from './translation/corpus.ts';
export { learnTranslation, type Sentences } from './translation/learn.ts';
export { measureTranslation, type TranslationScore } from './translation/measure.ts';
export { drawPair, type Pair } from './translation/sentence.ts';
export { newTranslator, trainTranslator, translationRecipe } from './translation/train.ts';
export { translate, type Translated } from './translation/translate.ts';
export { translator, type Translator, type TranslatorSizes } from './translation/translator.ts';
