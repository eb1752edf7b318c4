import { beforeAll, describe, expect, test } from 'vitest';
import { encode, tokenize } from '../../../lib/encoder/index.ts';
import type { EncoderWeights } from '../../../lib/encoder/index.ts';
import { float32, int8, source, vocabulary } from './models.ts';
import { officialEncoder } from './official.ts';
import type { OfficialEncoding } from './official.ts';
import { sentences } from './sentences.ts';

interface Agreement {
  /** Largest and mean difference between attention weights. */
  largest: number;
  mean: number;
  /** Share of rows whose greatest weight is on the same key. */
  sameKey: number;
  /** Largest difference between numbers of the sentence embedding. */
  embedding: number;
  /** Least cosine between sentence embeddings. */
  cosine: number;
}

const inputs = sentences.map((sentence) => tokenize(sentence, vocabulary).ids);
const argMax = (row: Float32Array): number => row.indexOf(Math.max(...row));

function compare(weights: EncoderWeights, official: readonly OfficialEncoding[]): Agreement {
  const found = { largest: 0, mean: 0, sameKey: 0, embedding: 0, cosine: 1 };
  let [cells, rows] = [0, 0];
  for (const [index, ids] of inputs.entries()) {
    const n = ids.length;
    const ours = encode(ids, weights);
    const theirs = official[index]!;
    for (const [layer, { weights: heads }] of ours.layers.entries())
      for (const [head, map] of heads.entries()) {
        const expected = theirs.maps[layer]!.subarray(head * n * n, (head + 1) * n * n);
        for (const [cell, value] of map.entries()) {
          const difference = Math.abs(value - expected[cell]!);
          found.largest = Math.max(found.largest, difference);
          found.mean += difference;
          cells++;
        }
        for (let row = 0; row < n; row++, rows++) {
          const [start, end] = [row * n, (row + 1) * n];
          if (argMax(map.subarray(start, end)) === argMax(expected.subarray(start, end))) found.sameKey++;
        }
      }
    let cosine = 0;
    for (const [j, value] of ours.embedding!.entries()) {
      found.embedding = Math.max(found.embedding, Math.abs(value - theirs.embedding[j]!));
      cosine += value * theirs.embedding[j]!;
    }
    found.cosine = Math.min(found.cosine, cosine);
  }
  return { ...found, mean: found.mean / cells, sameKey: found.sameKey / rows };
}

const summary = (name: string, { largest, mean, sameKey, embedding, cosine }: Agreement): string =>
  `${name} against TensorFlow.js on ${sentences.length} sentences: attention weights differ by ${largest.toExponential(1)} at most, ${mean.toExponential(1)} on average; ` +
  `same arg-max in ${(100 * sameKey).toFixed(1)} % of rows; embedding differs by ${embedding.toExponential(1)} at most, cosine ${cosine.toFixed(5)} at least\n`;

describe('the encoder agrees with the original graph', () => {
  let official: OfficialEncoding[];

  beforeAll(async () => {
    const run = await officialEncoder(source);
    official = [];
    for (const ids of inputs) official.push(await run(ids));
  }, 30_000);

  test('to 1e-5 with float32 weights, in every attention map and in the sentence embedding', () => {
    const agreement = compare(float32(), official);
    process.stdout.write(summary('float32', agreement));
    expect(agreement.largest).toBeLessThan(1e-5);
    expect(agreement.embedding).toBeLessThan(1e-5);
  });

  test('to 0.05 at most and 0.002 on average with int8 weights, with nearly all greatest weights in place', () => {
    const agreement = compare(int8, official);
    process.stdout.write(summary('int8', agreement));
    expect(agreement.largest).toBeLessThan(0.05);
    expect(agreement.mean).toBeLessThan(2e-3);
    expect(agreement.sameKey).toBeGreaterThanOrEqual(0.97);
    expect(agreement.cosine).toBeGreaterThan(0.999);
  });
});
