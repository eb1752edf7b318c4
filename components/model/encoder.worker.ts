/// <reference lib="webworker" />
import {
  encode,
  openMaps,
  openVectors,
  readable,
  readingOf,
  tokenize,
  untrainedWeights,
  type EncoderWeights,
  type Reading,
  type Vocabulary,
} from '#lib/encoder/index.ts';
import { parts } from 'virtual:encoder';
import { holdLife } from '../worker-life.ts';
import { download, forget, fromCache, isKept, keep, Unreachable, urlOf, type PartName } from './download.ts';
import type { Question, Request, Response } from './protocol.ts';

interface Model {
  readonly weights: EncoderWeights;
  readonly vocabulary: Vocabulary;
}

let untrained: { readonly seed: number; readonly weights: EncoderWeights } | undefined;
let abort: AbortController | undefined;

const say = (response: Response): void => postMessage(response);

/** How many bytes have come of each part that is being fetched or is to be fetched next. */
const coming = new Map<PartName, number>();

function tell(): void {
  const total = [...coming.keys()].reduce((sum, name) => sum + parts[name].bytes, 0);
  say({ type: 'progress', received: [...coming.values()].reduce((sum, bytes) => sum + bytes, 0), total });
}

/** Opens a part of the model: a copy kept from an earlier visit, or else fetched. `read` refuses what is not that part. */
async function open<T>(name: PartName, read: (bytes: Uint8Array<ArrayBuffer>) => Promise<T>): Promise<T> {
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
    tell();
  };
  const bytes = await download(url, parts[name], received, abort.signal);
  const opened = await read(bytes);
  await keep(url, bytes);
  if ([...coming].every(([each, bytes]) => bytes === parts[each].bytes)) coming.clear();
  return opened;
}

/** Makes something once, for all who ask; what failed is made again for the next. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return async () => {
    made ??= make();
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

const trained = once(async (): Promise<Model> => {
  const model = await open('maps', (bytes) => openMaps(bytes, parts.maps));
  hasMaps = true;
  return model;
});

const whole = once(async (): Promise<Model> => {
  // Counted before either part comes, so that the reader sees one download and not two.
  if (!hasMaps && !(await isKept(urlOf('maps')))) coming.set('maps', coming.get('maps') ?? 0);
  if (!(await isKept(urlOf('vectors')))) coming.set('vectors', 0);
  const { weights, vocabulary } = await trained();
  return { vocabulary, weights: await open('vectors', (bytes) => openVectors(bytes, parts.vectors, weights)) };
});

async function answer(question: Question): Promise<Reading> {
  const { of, untrained: seed, whole: isWhole, ...options } = question;
  if (seed !== undefined) {
    if (typeof of === 'string') throw new Error('Only tokens can be read without the model.');
    if (untrained?.seed !== seed) untrained = { seed, weights: untrainedWeights(seed) };
    return readingOf('', of, encode(readable(of).ids, untrained.weights));
  }
  const { weights, vocabulary } = await (isWhole ? whole() : trained());
  const tokens = typeof of === 'string' ? tokenize(of, vocabulary) : of;
  return readingOf(typeof of === 'string' ? of : '', tokens, encode(readable(tokens).ids, weights, options));
}

holdLife();
addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  if (data.type === 'cancel') {
    abort?.abort();
    return;
  }
  const { id, question } = data;
  try {
    say({ type: 'reading', id, reading: await answer(question) });
  } catch (error) {
    const { name, message } = error as Error;
    const reason = error instanceof Unreachable ? error.why : message;
    say({ type: 'failed', id, reason, cancelled: name === 'AbortError' });
  }
});
