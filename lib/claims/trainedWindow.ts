import { windowKinds, type Kind, type WindowKind } from '../training/window/kinds.ts';
import { letters } from '../training/window/lines.ts';
import type { Claim, Model, Theory } from './claim.ts';
import { seedsOf, sharesOf } from './trained.ts';

const chance = 1 / letters;

const single = ['two', 'four', 'eight'] as const;
const twice = ['two-twice', 'four-twice'] as const;

type Part = (byDistance: readonly number[], window: number) => readonly number[];
const within: Part = (byDistance, window) => byDistance.slice(0, window);
const beyond: Part = (byDistance, window) => byDistance.slice(window);
const next: Part = (byDistance, window) => byDistance.slice(window, 2 * window);
const afterNext: Part = (byDistance, window) => byDistance.slice(2 * window);

/** The mean of what all seeds of some kinds have right, at the distances that are asked about. */
function rightAt({ windows }: Model, kinds: readonly WindowKind[], part: Part): number {
  const shares = kinds.flatMap((kind) => {
    const { window = Infinity }: Kind = windowKinds[kind];
    return windows.filter((card) => card.kind === kind).flatMap(({ byDistance }) => part(byDistance, window));
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** How many seeds of a kind are right nearly always as far as two layers can reach. */
function whole({ windows }: Model, kind: (typeof twice)[number]): number {
  const { window } = windowKinds[kind];
  const found = ({ byDistance }: Model['windows'][number]): boolean =>
    byDistance.slice(0, 2 * window).every((share) => share > 0.95);
  return windows.filter((card) => card.kind === kind && found(card)).length;
}

const share = sharesOf('trained-window');

const seen: Theory = {
  atLeast: 0.95,
  because: 'The question says which place to look at, and the place is in sight. Nothing else has to be learned.',
};
const unseen: Theory = {
  equals: chance,
  within: 0.02,
  because: `Lines that differ only where nothing reaches look the same to the model, which leaves one of ${letters} letters to luck; over 300 lines a distance that strays by two points, and over all distances by less.`,
};
const reachable = 'Two layers can carry a letter from there. How often training finds out how is left to be measured.';

/** Shares of right answers, as the cards have them; a test measures each again from its weights. */
export const trainedWindowClaims: readonly Claim[] = [
  share(
    'all',
    'the share of right answers of a model that sees every place, at all distances, in lines kept out of training: the mean of its seeds',
    seen,
    (model) => rightAt(model, ['all'], within),
  ),
  share(
    'inside',
    'the share of right answers of models with one layer and a window, as far as it reaches: the mean of all windows and seeds',
    seen,
    (model) => rightAt(model, single, within),
  ),
  share('outside', 'the same from further away than the window reaches', unseen, (model) =>
    rightAt(model, single, beyond),
  ),
  share(
    'twice-between',
    'the share of right answers of models with two layers and a window, from further away than one window and no further than two: the mean of both windows and all seeds',
    { atLeast: chance, because: reachable },
    (model) => rightAt(model, twice, next),
  ),
  share('twice-beyond', 'the same from further away than two windows reach', unseen, (model) =>
    rightAt(model, twice, afterNext),
  ),
  {
    id: 'trained-window-twice-whole-two',
    says: 'the seeds of which a model with two layers and a window of 2 is right nearly always, at every distance up to 4',
    badge: 'trained',
    theory: { atLeast: 1, because: reachable },
    decimals: 0,
    measure: (model) => whole(model, 'two-twice'),
  },
  {
    id: 'trained-window-twice-whole-four',
    says: 'the seeds of which a model with two layers and a window of 4 is right nearly always, at every distance up to 8',
    badge: 'trained',
    theory: {
      atMost: 4,
      because:
        'Eight distances have to be found, each of them by chance: with more of them, it is less likely that all are.',
    },
    decimals: 0,
    measure: (model) => whole(model, 'four-twice'),
  },
  seedsOf(
    'trained-window',
    'how many seeds each model with or without a window was trained from',
    ({ windows }) => windows,
  ),
];
