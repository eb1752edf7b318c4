import { prepare, type AttentionOptions, type Prepared } from '../attention/prepare.ts';
import type { Attended, AttendedWith } from '../attention/scaledDotProductAttention.ts';
import { stretchEnd, stretchStart } from '../attention/stretch.ts';
import type { Tensor } from '../tensor.ts';
import { editScores, hasEdits } from './editScores.ts';
import { lowest, rows, type Kernel } from './kernel.ts';
import { isBroken, readableRow } from './readableRow.ts';
import { eightsOf, keysAtOnce, placesFor, queriesAtOnce, stateSize, type Eight, type Places } from './places.ts';
import { sharedKernel } from './shared.ts';

export interface FastOptions<R extends 'weights'> extends AttentionOptions {
  /** Hands back the weights too, which takes n × m numbers; without it, no more than a tile of scores exists at a time. */
  readonly returns?: R | undefined;
  /** Arrays to write to, of just the right lengths; default new ones. For few positions, making an array takes longer than attention. */
  readonly into?: { readonly output: Float32Array; readonly weights?: Float32Array | undefined } | undefined;
  /** Default: the fastest that this machine can run. */
  readonly kernel?: Kernel | undefined;
}

/**
 * {@link scaledDotProductAttention}, tile by tile, with online softmax: 64 queries go through 64
 * keys at a time, eight abreast, and tiles in which no query may attend to any key are left out.
 *
 * @param Q (…, heads, n, dK) @param K (…, keyHeads, m, dK) @param V (…, keyHeads, m, dV)
 * @throws RangeError as the readable one does, and when `into` has not the right lengths.
 * @see Dao et al. 2022, algorithm 1, with the loops in the order of Dao 2023, algorithm 1.
 */
export function fastAttention<R extends 'weights' = never>(Q: Tensor, K: Tensor, V: Tensor, options: FastOptions<R> = {}): AttendedWith<R> {
  const { kernel = sharedKernel(), returns, into } = options;
  const prepared = prepare(Q, K, V, options);
  const { sizes, scoresShape } = prepared;
  const { leading, batch, heads, keyHeads, n, m, dK, dV } = sizes;
  const places = placesFor(sizes, returns === 'weights');
  kernel.reserve(places.floats);
  const output = numbersFor('output', batch * heads * n * dV, into?.output);
  const weights = returns && numbersFor('weights', batch * heads * n * m, into?.weights);
  const pass: Pass = { kernel, places, eights: eightsOf(places, sizes), prepared, edited: hasEdits(prepared), output, weights };

  for (let head = 0; head < batch * heads; head++) {
    const keyHead = head / (heads / keyHeads);
    if (Number.isInteger(keyHead)) {
      kernel.memory.set(part(prepared.K.data, keyHead * m * dK, m * dK), places.K);
      kernel.memory.set(part(prepared.V.data, keyHead * m * dV, m * dV), places.V);
    }
    for (let i = 0; i < n; i += queriesAtOnce) attendBlock(pass, head, i, Math.min(i + queriesAtOnce, n));
  }
  const attended: Attended = { output: { data: output, shape: [...leading, n, dV] }, K: prepared.K, V: prepared.V };
  return (weights ? { ...attended, weights: { data: weights, shape: scoresShape } } : attended) as AttendedWith<R>;
}

function numbersFor(name: string, count: number, given: Float32Array | undefined): Float32Array {
  if (given && given.length !== count)
    throw new RangeError(`The ${name} needs ${count} numbers, but there is room for ${given.length}: give an array of just that length, or none.`);
  return given ?? new Float32Array(count);
}

/** Numbers from `start` on; making a view takes longer than copying a small matrix, so where it is all of them there is none. */
const part = (data: Float32Array, start: number, size: number): Float32Array => (size === data.length ? data : data.subarray(start, start + size));

interface Pass {
  readonly kernel: Kernel;
  readonly places: Places;
  readonly eights: readonly Eight[];
  readonly prepared: Prepared;
  /** Whether anything happens between scores and softmax. */
  readonly edited: boolean;
  readonly output: Float32Array;
  readonly weights: Float32Array | undefined;
}

/** Takes the queries of one head from `i0` to before `i1`, at most 64, past all keys. */
function attendBlock(pass: Pass, head: number, i0: number, i1: number): void {
  const { kernel, places, eights, prepared, edited, output, weights } = pass;
  const { Q, sizes: { n, m, dK, dV }, scale } = prepared;
  const { memory } = kernel;
  const count = Math.ceil((i1 - i0) / rows);
  const row = head * n + i0;

  memory.set(part(Q.data, row * dK, (i1 - i0) * dK), places.stage);
  memory.fill(0, places.O, places.state + count * stateSize);
  for (let g = 0; g < count; g++) {
    const eight = eights[g]!;
    begin(eight, i0 + g * rows, head, prepared);
    kernel.pack(places.stage + g * rows * dK, dK, dK, scale * Math.LOG2E, eight.Q);
    for (let r = 0; r < rows; r++) memory[eight.state + r] = lowest;
  }

  // #region tiles
  for (let j = 0; j < m; j += keysAtOnce) {
    for (let g = 0; g < count; g++) meet(eights[g]!, j, weights !== undefined);
    for (let g = 0; g < count; g++) {
      const { Q, S, from, keys } = eights[g]!;
      if (keys > 0) kernel.scores(Q, places.K + from * dK, S, dK, keys);
    }
    for (let g = 0; g < count && edited; g++) editScores(memory, head, eights[g]!, prepared);
    for (let g = 0; g < count; g++) {
      const { S, keys, state } = eights[g]!;
      if (keys > 0) kernel.softmax(S, keys, state);
    }
    for (let g = 0; g < count; g++) {
      const { S, O, from, keys, state } = eights[g]!;
      if (keys > 0) kernel.mix(S, places.V + from * dV, O, keys, dV, state + 2 * rows);
    }
    if (weights) for (let g = 0; g < count; g++) memory.copyWithin(maximaOf(g, j, pass), eights[g]!.state, eights[g]!.state + rows);
  }
  // #endregion tiles

  for (let g = 0; g < count; g++) {
    const { O, state } = eights[g]!;
    kernel.share(state, state, places.factor);
    kernel.unpack(O, places.factor, dV, places.stage + g * rows * dV, dV);
  }
  output.set(memory.subarray(places.stage, places.stage + (i1 - i0) * dV), row * dV);
  for (let g = 0; g < count && weights; g++) giveWeights(pass, g, weights, head * n);
  for (let i = i0; i < i1; i++) mend(pass, head, i, i - i0);
}

function begin(eight: Eight, i: number, head: number, { sizes: { heads, n, m }, rules }: Prepared): void {
  const rule = rules[Math.floor(head / heads)]!;
  eight.i = i;
  eight.start = stretchStart(i, rule);
  eight.end = stretchEnd(Math.min(i + rows, n) - 1, m, rule);
}

/** The keys of the tile from `j` on that any of the eight may attend to, and where their scores go: where they are kept, one tile behind another. */
function meet(eight: Eight, j: number, kept: boolean): void {
  eight.from = Math.max(j, eight.start);
  eight.keys = Math.min(j + keysAtOnce, eight.end) - eight.from;
  eight.S = kept ? eight.strip + eight.from * rows : eight.strip;
}

const maximaOf = (g: number, j: number, { places, prepared }: Pass): number =>
  places.maxima + (g * Math.ceil(prepared.sizes.m / keysAtOnce) + j / keysAtOnce) * rows;

/** Every tile's powers were measured from the maximum of their time; the last maximum and the sum make weights of them. */
function giveWeights(pass: Pass, g: number, weights: Float32Array, firstRow: number): void {
  const { kernel, places, eights, prepared: { sizes: { n, m } } } = pass;
  const { memory } = kernel;
  const eight = eights[g]!;
  if (eight.end - eight.start < m) memory.fill(0, places.stage, places.stage + rows * m);
  for (let j = 0; j < m; j += keysAtOnce) {
    meet(eight, j, true);
    if (eight.keys <= 0) continue;
    kernel.share(maximaOf(g, j, pass), eight.state, places.factor);
    kernel.unpack(eight.S, places.factor, eight.keys, places.stage + eight.from, m);
  }
  const count = Math.min(rows, n - eight.i);
  weights.set(memory.subarray(places.stage, places.stage + count * m), (firstRow + eight.i) * m);
}

/** Computes a row again where it came out with a number that is not finite. */
function mend({ kernel, eights, prepared, edited, output, weights }: Pass, head: number, i: number, index: number): void {
  const { n, m, dV } = prepared.sizes;
  const row = head * n + i;
  const { state } = eights[Math.floor(index / rows)]!;
  const sum = kernel.memory[state + rows + (index % rows)]!;
  if (!Number.isNaN(sum) && !(edited && isBroken(output.subarray(row * dV, (row + 1) * dV)))) return;
  const readable = readableRow(prepared, head, i);
  output.set(readable.output, row * dV);
  weights?.set(readable.weights, row * m);
}
