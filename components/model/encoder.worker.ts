/// <reference lib="webworker" />
import {
  encode,
  maxTokens,
  openMaps,
  openVectors,
  textOf,
  tokenize,
  untrainedWeights,
  type Encoded,
  type EncodeOptions,
  type EncoderWeights,
  type Vocabulary,
} from '#lib/encoder/index.ts';
import { parts } from 'virtual:encoder';
import { download, forget, fromCache, isKept, keep, urlOf, type PartName } from './download.ts';
import type { Layer, Reading, Request, Response, WholeReading } from './protocol.ts';

interface Model {
  readonly weights: EncoderWeights;
  readonly vocabulary: Vocabulary;
}

let untrained: { readonly seed: number; readonly weights: EncoderWeights } | undefined;
let abort: AbortController | undefined;

const say = (response: Response): void => postMessage(response);

/** How many bytes have come of each part that is being fetched or is to be fetched next. */
const coming = new Map<PartName, number>();

function tell(id: number): void {
  const total = [...coming.keys()].reduce((sum, name) => sum + parts[name].bytes, 0);
  say({ type: 'progress', id, received: [...coming.values()].reduce((sum, bytes) => sum + bytes, 0), total });
}

/** Opens a part of the model: a copy kept from an earlier visit, or else fetched. `read` refuses what is not that part. */
async function open<T>(name: PartName, id: number, read: (bytes: Uint8Array<ArrayBuffer>) => Promise<T>): Promise<T> {
  const url = urlOf(name);
  const kept = await fromCache(url);
  if (kept) {
    try {
      return await read(kept);
    } catch {
      await forget(url); // Spoilt on the reader's disk: a fresh copy mends it.
    }
  }
  abort = new AbortController();
  const received = (bytes: number): void => {
    coming.set(name, bytes);
    tell(id);
  };
  const bytes = await download(url, parts[name], received, abort.signal);
  const opened = await read(bytes);
  await keep(url, bytes);
  if ([...coming].every(([each, bytes]) => bytes === parts[each].bytes)) coming.clear();
  return opened;
}

/** Makes something once, for all who ask; what failed is made again for the next. */
function once<T>(make: (id: number) => Promise<T>): (id: number) => Promise<T> {
  let made: Promise<T> | undefined;
  return async (id) => {
    made ??= make(id);
    try {
      return await made;
    } catch (error) {
      made = undefined;
      coming.clear();
      throw error;
    }
  };
}

let hasMaps = false;

const trained = once(async (id): Promise<Model> => {
  const model = await open('maps', id, (bytes) => openMaps(bytes, parts.maps));
  hasMaps = true;
  return model;
});

const whole = once(async (id): Promise<Model> => {
  // Counted before either part comes, so that the reader sees one download and not two.
  if (!hasMaps && !(await isKept(urlOf('maps')))) coming.set('maps', coming.get('maps') ?? 0);
  if (!(await isKept(urlOf('vectors')))) coming.set('vectors', 0);
  const { weights, vocabulary } = await trained(id);
  return { vocabulary, weights: await open('vectors', id, (bytes) => openVectors(bytes, parts.vectors, weights)) };
});

function readWith(
  { weights, vocabulary }: Model,
  text: string,
  options: EncodeOptions,
): { reading: Reading; encoded: Encoded } {
  const tokens = tokenize(text, vocabulary);
  const pieces = tokens.pieces.slice(0, maxTokens);
  const ids = tokens.ids.slice(0, maxTokens);
  const encoded = encode(ids, weights, options);
  const maps = encoded.layers.map((layer) => layer.weights);
  const leftOut = textOf(tokens.pieces.slice(maxTokens, maxTokens + 12));
  return { reading: { pieces, ids, maps, tokens: tokens.pieces.length, leftOut }, encoded };
}

async function readWhole(id: number, text: string, options: EncodeOptions): Promise<WholeReading> {
  const { reading, encoded } = readWith(await whole(id), text, options);
  return { ...reading, vectors: encoded.layers.at(-1)!.vectors!.data, embedding: encoded.embedding! };
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
    if (data.type === 'read') say({ type: 'reading', id, reading: readWith(await trained(id), data.text, {}).reading });
    else if (data.type === 'readWhole')
      say({ type: 'wholeReading', id, reading: await readWhole(id, data.text, data.options) });
    else if (data.type === 'encode') say({ type: 'layers', id, layers: await runTrained(id, data.ids, data.options) });
    else say({ type: 'maps', id, maps: runUntrained(data.ids, data.seed) });
  } catch (error) {
    const { name, message } = error as Error;
    say({ type: 'failed', id, reason: message, cancelled: name === 'AbortError' });
  }
});
