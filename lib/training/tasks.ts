import type { Random } from '../random.ts';

/** A batch of sequences, one after another: (batch · length) tokens, and as many targets, −1 where nothing is asked. */
export interface Batch {
  readonly tokens: Int32Array;
  readonly targets: Int32Array;
}

/** Something to be learned, from examples that are drawn as they are needed. */
export interface Task {
  readonly vocabulary: number;
  readonly length: number;
  readonly causal: boolean;
  /** @param count How many sequences. */
  draw(count: number, random: Random): Batch;
}

const places = 12;
const letters = 16;

/** Say a sequence backwards: at each of its twelve places, the token that stands as far from the other end. */
export const reverse: Task = {
  vocabulary: letters,
  length: places,
  causal: false,
  draw(count, random) {
    const tokens = Int32Array.from({ length: count * places }, () => Math.floor(random() * letters));
    const targets = tokens.map((_, at) => tokens[at - (at % places) + places - 1 - (at % places)]!);
    return { tokens, targets };
  },
};

const keys = 8;
const pairs = 6;

/**
 * Look up values: six pairs of a key and a value, then the six keys once more, in another order; asked
 * for at each is its value. Keys are 0 to 7 and values 8 to 15, each at most once in a sequence and
 * drawn again for each, so that nothing can be learned by heart. Who knows which values a sequence
 * has, but not whose they are, is right once in six times.
 */
export const recall: Task = {
  vocabulary: 2 * keys,
  length: 3 * pairs,
  causal: true,
  draw(count, random) {
    const { length } = recall;
    const tokens = new Int32Array(count * length);
    const targets = new Int32Array(count * length).fill(-1);
    for (let start = 0; start < tokens.length; start += length) {
      const [key, value, asked] = [keys, keys, pairs].map((most) => someOf(most, pairs, random)) as [
        number[],
        number[],
        number[],
      ];
      for (let pair = 0; pair < pairs; pair++) {
        tokens.set([key[pair]!, keys + value[pair]!], start + 2 * pair);
        tokens[start + 2 * pairs + pair] = key[asked[pair]!]!;
        targets[start + 2 * pairs + pair] = keys + value[asked[pair]!]!;
      }
    }
    return { tokens, targets };
  },
};

/** So many different numbers below `most`, in any order. */
function someOf(most: number, count: number, random: Random): number[] {
  const order = Array.from({ length: most }, (_, number) => number);
  for (let at = 0; at < count; at++) {
    const drawn = at + Math.floor(random() * (most - at));
    [order[at], order[drawn]] = [order[drawn]!, order[at]!];
  }
  return order.slice(0, count);
}
