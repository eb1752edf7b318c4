/** `npm run attend -- "a sentence"`: the trained encoder's attention, drawn in the terminal. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  encode,
  maxTokens,
  mergePieces,
  originalWeights,
  tokenize,
  unknownId,
  wordMark,
  wordsAreMeaningful,
  wordsOf,
} from '../../lib/encoder/index.ts';
import type { Encoded, Tokens } from '../../lib/encoder/index.ts';
import { loadEncoder, packedModel } from '../encoder/packed-model.ts';
import type { LoadedEncoder } from '../encoder/packed-model.ts';
import { model, readModelSource, tensorsOf, vocabularyFrom } from '../encoder/source.ts';
import { drawHeatmap, mostNumbers } from './heatmap.ts';

const layers = 2;
const heads = 4;
const longestQuote = 200;

const usage = `Usage: npm run attend -- "a sentence" [options]

  --layer <1–${layers}>   which layer to draw (default 2)
  --head <1–${heads}>    which of its heads to draw (default 2)
  --words         merge the pieces of each word
  --float32       use the original weights in place of the site's int8 ones
  --json          print every layer, head and the sentence embedding as JSON
  --help          print this`;

/** Asked in a way that cannot be answered; the message says how to ask. */
class UsageError extends Error {}

interface Request {
  readonly sentence: string;
  readonly layer: number;
  readonly head: number;
  readonly words: boolean;
  readonly float32: boolean;
  readonly json: boolean;
}

const note = (text: string): void => void process.stderr.write(`${text}\n`);

function parse(args: readonly string[]): Request | 'help' {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      layer: { type: 'string', default: '2' },
      head: { type: 'string', default: '2' },
      words: { type: 'boolean', default: false },
      float32: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const sentence = positionals.join(' ');
  if (sentence.trim() === '')
    throw new UsageError('There is no sentence to read. Put one in quotes after the two dashes.');
  const { words, float32, json } = values;
  return {
    sentence,
    layer: ordinal('layer', values.layer, layers),
    head: ordinal('head', values.head, heads),
    words,
    float32,
    json,
  };
}

function ordinal(flag: string, text: string, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most)
    throw new UsageError(`--${flag} must be a whole number from 1 to ${most}, but "${text}" was given.`);
  return value;
}

async function load(float32: boolean): Promise<LoadedEncoder> {
  const source = readModelSource();
  if (float32) return { weights: originalWeights(tensorsOf(source)), vocabulary: vocabularyFrom(source) };
  return loadEncoder(packedModel(fileURLToPath(new URL('../../.cache/encoder', import.meta.url)), source));
}

/** As many tokens as the model takes. */
function cut({ pieces, ids }: Tokens): Tokens {
  if (ids.length <= maxTokens) return { pieces, ids };
  const rest = pieces.slice(maxTokens).join('').replaceAll(wordMark, ' ').trim();
  const quote = rest.length > longestQuote ? `${rest.slice(0, longestQuote)}…` : rest;
  note(`The model takes ${maxTokens} tokens: the first ${maxTokens} of ${ids.length} were used. Left out: "${quote}"`);
  return { pieces: pieces.slice(0, maxTokens), ids: ids.slice(0, maxTokens) };
}

function asJson(sentence: string, { pieces, ids }: Tokens, encoded: Encoded): string {
  const n = ids.length;
  const rows = (map: Float32Array): number[][] => ids.map((_, i) => [...map.subarray(i * n, (i + 1) * n)]);
  const weights = encoded.layers.map((layer) => layer.weights.map(rows));
  return JSON.stringify({ sentence, pieces, ids, weights, embedding: [...(encoded.embedding ?? [])] });
}

function asDrawing({ layer, head, words, float32 }: Request, { pieces, ids }: Tokens, encoded: Encoded): string {
  const map = encoded.layers[layer - 1]!.weights[head - 1]!;
  const groups = wordsOf(pieces);
  const merge = words && wordsAreMeaningful(groups);
  if (words && !merge) note('This text has no spaces between words, so its pieces are shown.');
  const labels = merge ? groups.map(({ text }) => text) : pieces;
  const unknown = pieces.filter((_, i) => ids[i] === unknownId);
  return [
    `trained: ${model.name} (${float32 ? 'float32' : 'int8'})`,
    `layer ${layer}, head ${head}; row = query, column = key, ${merge ? 'pieces merged into words' : `${wordMark} starts a word`}`,
    ...(unknown.length > 0 ? [`The model does not know: ${unknown.join(' ')}`] : []),
    ...(labels.length > mostNumbers
      ? [`Above ${mostNumbers} columns there is no room for numbers; --json has them.`]
      : []),
    drawHeatmap(merge ? mergePieces(map, groups) : map, labels),
  ].join('\n');
}

async function answer(request: Request): Promise<string> {
  const { weights, vocabulary } = await load(request.float32);
  const tokens = cut(tokenize(request.sentence, vocabulary));
  const encoded = encode(tokens.ids, weights);
  return request.json ? asJson(request.sentence, tokens, encoded) : asDrawing(request, tokens, encoded);
}

try {
  const request = parse(process.argv.slice(2));
  process.stdout.write(`${request === 'help' ? usage : await answer(request)}\n`);
} catch (error) {
  const { code } = error as { code?: string };
  const misused = error instanceof UsageError || code?.startsWith('ERR_PARSE_ARGS') === true;
  note((error as Error).message);
  if (misused) note(`\n${usage}`);
  process.exitCode = misused ? 2 : 1;
}
