/**
 * What attention costs: operations, memory and reach, by formula, counted while the code runs, and
 * measured over the length.
 */

export { attentionConnections, recurrentConnections, type Connections } from './connections.ts';
export { countAttention, countConvolution, countGatedRecurrence, countRecurrence } from './counted.ts';
export { copyAccuracy, copyBack } from './copyBack.ts';
export { countReads, type CountedTensor } from './countReads.ts';
export {
  cacheBytes,
  causalPairs,
  decoderProducts,
  mistral7B,
  scoresBytes,
  writingProducts,
  type Decoder,
} from './decoder.ts';
export { dilatedLayers } from './dilatedLayers.ts';
export { implementations, runInputs, type Implementation, type RunInputs } from './implementations.ts';
export { loopsFor, median, predict, timeOf, type Clock } from './measure.ts';
export { kernelBytes, stateBytes, tiledBytes, weightsBytes } from './memory.ts';
export {
  attentionOperations,
  balancedLength,
  convolutionOperations,
  recurrenceOperations,
  windowOperations,
  windowPairs,
  type AttentionOperations,
  type Cell,
} from './operations.ts';
export { factorOf, fitPowerLaw, valueAt, type PowerLaw, type Sample } from './powerLaw.ts';
export { runIds, runs, windowSide, type Run, type RunId } from './runs.ts';
export { layersToReach, reach } from './reach.ts';
export { shortestRoute } from './shortestRoute.ts';
export { sweep, type Point, type SweepOptions, type Trial } from './sweep.ts';
export { queriesHeld, storedTraffic, tiledTraffic } from './traffic.ts';
