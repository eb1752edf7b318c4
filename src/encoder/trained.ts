import { loadEncoder, packedModel, type LoadedEncoder } from './packed-model.ts';

let known: Promise<LoadedEncoder> | undefined;

/** The packed model, for the steps that make pages of files. */
export const trainedEncoder = (): Promise<LoadedEncoder> => (known ??= loadEncoder(packedModel('.cache/encoder')));
