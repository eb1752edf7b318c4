import { copyAccuracy, symbols } from '../complexity/copyBack.ts';
import { reach } from '../complexity/reach.ts';
import type { Claim } from './claim.ts';

const seed = 3;
const stack = { n: 64, layers: 3, side: 3, sequences: 8, seed };
const guesses = 8 * (64 - 10);
const chance = 1 / symbols;

/** A task whose answer lies a number of positions away. */
export const windowClaims: readonly Claim[] = [
  {
    id: 'window-reach',
    says: 'the furthest input that reaches an output through three layers of attention that see three positions to either side',
    badge: 'computed',
    theory: {
      equals: 9,
      within: 0,
      because: 'each layer carries what it has three positions further, and no layer carries it further than it sees',
    },
    decimals: 0,
    measure: () => reach(24, 3, 3)[23]!.toReversed().lastIndexOf(true),
  },
  {
    id: 'attention-reach',
    says: 'the layers of attention to all positions until the last of 24 outputs can come from the first input',
    badge: 'computed',
    theory: { equals: 1, within: 0, because: 'a query without a window attends to every key' },
    decimals: 0,
    measure: () => [0, 1, 2].findIndex((layers) => reach(24, layers, Infinity)[23]![0]),
  },
  {
    id: 'copy-in-reach',
    says: 'how often three layers that see three positions each, set by hand to copy a symbol from nine positions back, give the right one',
    badge: 'seeded random',
    seed,
    theory: {
      equals: 1,
      within: 0,
      because: 'each layer goes its three positions, with a weight that float32 cannot tell from 1',
    },
    decimals: 0,
    percent: true,
    measure: () => copyAccuracy({ ...stack, distance: 9 }),
  },
  {
    id: 'copy-out-of-reach',
    says: 'the same, from ten positions back',
    badge: 'seeded random',
    seed,
    theory: {
      equals: chance,
      within: 4 * Math.sqrt((chance * (1 - chance)) / guesses),
      because: `what stands ten positions back cannot arrive, which leaves one of ${symbols} symbols to luck; over ${guesses} answers that strays by 1.4 points, and four such errors are allowed`,
    },
    decimals: 0,
    percent: true,
    measure: () => copyAccuracy({ ...stack, distance: 10 }),
  },
  {
    id: 'copy-by-attention',
    says: 'the same from 48 positions back, by one layer that sees every position',
    badge: 'seeded random',
    seed,
    theory: {
      equals: 1,
      within: 0,
      because: 'a query without a window attends to whichever key it matches, however far away',
    },
    decimals: 0,
    percent: true,
    measure: () => copyAccuracy({ ...stack, layers: 1, side: Infinity, distance: 48 }),
  },
];
