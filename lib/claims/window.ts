import { copyAccuracy, symbols } from '../complexity/copyBack.ts';
import type { Claim } from './claim.ts';

const seed = 3;
const window = { n: 64, layers: 3, side: 3, sequences: 8, seed };
const guesses = 8 * (64 - 10);
const chance = 1 / symbols;

/** A task whose answer lies a number of positions away. */
export const windowClaims: readonly Claim[] = [
  {
    id: 'copy-in-reach',
    says: 'how often three layers that see three positions each, set by hand to copy a symbol from nine positions back, give the right one',
    badge: 'seeded random',
    seed,
    theory: { equals: 1, within: 0, because: 'each layer goes its three positions, with a weight that float32 cannot tell from 1' },
    decimals: 0,
    percent: true,
    measure: () => copyAccuracy({ ...window, distance: 9 }),
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
    measure: () => copyAccuracy({ ...window, distance: 10 }),
  },
  {
    id: 'copy-by-attention',
    says: 'the same from 48 positions back, by one layer that sees every position',
    badge: 'seeded random',
    seed,
    theory: { equals: 1, within: 0, because: 'a query without a window attends to whichever key it matches, however far away' },
    decimals: 0,
    percent: true,
    measure: () => copyAccuracy({ ...window, layers: 1, side: Infinity, distance: 48 }),
  },
];
