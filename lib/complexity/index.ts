export { attentionConnections, recurrentConnections, type Connections } from './connections.ts';
export { countAttention, countConvolution, countRecurrence } from './counted.ts';
export { countReads, type CountedTensor } from './countReads.ts';
export { dilatedLayers } from './dilatedLayers.ts';
export { stateBytes, tiledBytes, weightsBytes } from './memory.ts';
export {
  attentionOperations,
  balancedLength,
  convolutionOperations,
  recurrenceOperations,
  windowOperations,
  windowPairs,
  type AttentionOperations,
} from './operations.ts';
export { shortestRoute } from './shortestRoute.ts';
