/**
 * The Universal Sentence Encoder Lite: its tokenizer, its two layers, how its weights are read,
 * and what it makes of a text. The model itself is not among it.
 */

export { encodeAlone } from './alone.ts';
export type { Edge } from './cut.ts';
export { encode, maxTokens } from './forward.ts';
export type { Encoded, EncodedLayer, EncodeOptions } from './forward.ts';
export { withoutMean, neighbours, wordSpace } from './neighbours.ts';
export type { Neighbour, WordSpace } from './neighbours.ts';
export { originalTensors, originalWeights } from './original.ts';
export type { ModelJson } from './original.ts';
export { openMaps, openVectors, PackedModelError } from './packed.ts';
export type { ExpectedPart } from './packed.ts';
export { swappedWord } from './swappedWord.ts';
export type { NoSwap, Swap } from './swappedWord.ts';
export { tokenize, wordMark } from './tokenizer.ts';
export type { Tokens } from './tokenizer.ts';
export { untrainedWeights } from './untrained.ts';
export { unknownId, vocabularyOf } from './vocabulary.ts';
export type { Vocabulary } from './vocabulary.ts';
export type { EncoderWeights } from './weights.ts';
export { wholeWords } from './wholeWords.ts';
export type { WholeWord } from './wholeWords.ts';
export { encodeWords, wordGroups } from './wordGroups.ts';
export type { WordGroup } from './wordGroups.ts';
export { wordInSentence } from './wordInSentence.ts';
export type { WordInSentence } from './wordInSentence.ts';
export { wordOrder } from './wordOrder.ts';
export { spellings, wordSpaces } from './wordSpaces.ts';
export type { WordSpaces } from './wordSpaces.ts';
export { mergePieces, textOf, wordsAreMeaningful, wordsOf } from './words.ts';
export type { Word } from './words.ts';
export { headScores, headWeights, headWorkings, inputSimilarity, readable, readingOf } from './reading.ts';
export type { HeadWorkings, LayerReading, Reading } from './reading.ts';
