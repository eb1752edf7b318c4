/// <reference lib="webworker" />
import { encode, maxTokens, openMaps, textOf, tokenize, untrainedWeights, type EncodeOptions, type EncoderWeights, type Vocabulary } from '#lib/encoder/index.ts';
import { parts } from 'virtual:encoder';
import { download, forget, fromCache, keep, modelUrl } from './download.ts';
import type { Layer, Reading, Request, Response } from './protocol.ts';

interface Model {
  readonly weights: EncoderWeights;
  readonly vocabulary: Vocabulary;
}

let model: Promise<Model> | undefined;
let untrained: { readonly seed: number; readonly weights: EncoderWeights } | undefined;
let abort: AbortController | undefined;

const say = (response: Response): void => postMessage(response);

async function open(id: number): Promise<Model> {
  const url = modelUrl();
  const kept = await fromCache(url);
  if (kept) {
    try {
      return await openMaps(kept, parts.maps);
    } catch {
      await forget(url); // Spoilt on the reader's disk: a fresh copy mends it.
    }
  }
  abort = new AbortController();
  const { bytes: total } = parts.maps;
  const bytes = await download(url, parts.maps, (received) => say({ type: 'progress', id, received, total }), abort.signal);
  const opened = await openMaps(bytes, parts.maps);
  await keep(url, bytes);
  return opened;
}

async function trained(id: number): Promise<Model> {
  model ??= open(id);
  try {
    return await model;
  } catch (error) {
    model = undefined; // So that the next question tries again.
    throw error;
  }
}

async function read(id: number, text: string): Promise<Reading> {
  const { weights, vocabulary } = await trained(id);
  const tokens = tokenize(text, vocabulary);
  const pieces = tokens.pieces.slice(0, maxTokens);
  const ids = tokens.ids.slice(0, maxTokens);
  const maps = encode(ids, weights).layers.map((layer) => layer.weights);
  const leftOut = textOf(tokens.pieces.slice(maxTokens, maxTokens + 12));
  return { pieces, ids, maps, tokens: tokens.pieces.length, leftOut };
}

async function runTrained(id: number, ids: readonly number[], options: EncodeOptions): Promise<Layer[]> {
  const { weights } = await trained(id);
  return encode(ids, weights, options).layers.map(({ X, weights, Q, K, V }) => ({ X, weights, Q, K, V }));
}

function runUntrained(ids: readonly number[], seed: number): Reading['maps'] {
  if (untrained?.seed !== seed) untrained = { seed, weights: untrainedWeights(seed) };
  return encode(ids, untrained.weights).layers.map(({ weights }) => weights);
}

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  const { id } = data;
  if (data.type === 'cancel') {
    abort?.abort();
    return;
  }
  try {
    if (data.type === 'read') say({ type: 'reading', id, reading: await read(id, data.text) });
    else if (data.type === 'encode') say({ type: 'layers', id, layers: await runTrained(id, data.ids, data.options) });
    else say({ type: 'maps', id, maps: runUntrained(data.ids, data.seed) });
  } catch (error) {
    const { name, message } = error as Error;
    say({ type: 'failed', id, reason: message, cancelled: name === 'AbortError' });
  }
});
