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

/** Say a sequence backwards: at each place, the token that stands as far from the other end. */
export const reverse: Task = {
  vocabulary: 16,
  length: 16,
  causal: false,
  draw(count, random) {
    const tokens = Int32Array.from({ length: count * 16 }, () => Math.floor(random() * 16));
    const targets = tokens.map((_, at) => tokens[at - (at % 16) + 15 - (at % 16)]!);
    return { tokens, targets };
  },
};

const keys = 8;
const pairs = 7;

/**
 * Look up a value: seven pairs of a key and a value, then one of the keys once more; asked
 * for is its value. Keys are 0 to 7, each at most once; values are 8 to 15, drawn again for each pair,
 * so that nothing can be learned by heart.
 */
export const recall: Task = {
  vocabulary: 16,
  length: 2 * pairs + 1,
  causal: true,
  draw(count, random) {
    const { length } = recall;
    const tokens = new Int32Array(count * length);
    const targets = new Int32Array(count * length).fill(-1);
    for (let start = 0; start < tokens.length; start += length) {
      const order = Array.from({ length: keys }, (_, key) => key);
      for (let pair = 0; pair < pairs; pair++) {
        const drawn = pair + Math.floor(random() * (keys - pair));
        [order[pair], order[drawn]] = [order[drawn]!, order[pair]!];
        tokens[start + 2 * pair] = order[pair]!;
        tokens[start + 2 * pair + 1] = keys + Math.floor(random() * keys);
      }
      const asked = Math.floor(random() * pairs);
      tokens[start + 2 * pairs] = order[asked]!;
      targets[start + 2 * pairs] = tokens[start + 2 * asked + 1]!;
    }
    return { tokens, targets };
  },
};
