import { mean } from '../mean.ts';
import type { ProjectionKind } from '../training/projections/kinds.ts';
import type { Claim, Model, Theory } from './claim.ts';
import { seedsOf, sharesOf } from './trained.ts';

/** What the models of one kind have in circles of three places or more, by seed. */
function inCircles(
  { projections }: Model,
  kind: ProjectionKind,
  of: 'byCircle' | 'lookByCircle' | 'selfByCircle' = 'byCircle',
): readonly number[] {
  return projections.filter((card) => card.kind === kind).map(({ [of]: shares }) => mean(shares.slice(2)));
}

const share = sharesOf('projections');

const told = 'the letters that are right in circles of three places or more, in rows kept out of training';
const learnable: Theory = {
  atLeast: 0.95,
  because: 'The query holds the name and the key the place: one table of what should look at what says it all.',
};
const bothWays: Theory = {
  atMost: 0.8,
  because:
    'A symmetric score lifts the place that is named and the one that names alike. Which of the two letters to say is then mostly luck, and nothing behind attention can tell.',
};
const mended: Theory = {
  atLeast: 0.7,
  because:
    'Scores are as symmetric as before, but a feed-forward layer behind them can learn to leave out the letter of the place that names this one. How well it does is left to be measured.',
};

/** Shares of right letters, as the cards have them; a test measures each again from its weights. */
export const projectionClaims: readonly Claim[] = [
  share(
    'separate',
    `with separate projections, the share of ${told}: the mean of its seeds`,
    learnable,
    (model) => mean(inCircles(model, 'separate')),
    1,
  ),
  share(
    'tied',
    `with one projection for queries and keys, the share of ${told}: the mean of its seeds`,
    bothWays,
    (model) => mean(inCircles(model, 'tied')),
  ),
  share('tied-lowest', 'the same share for the seed that did worst', bothWays, (model) =>
    Math.min(...inCircles(model, 'tied')),
  ),
  share('tied-highest', 'the same share for the seed that did best', bothWays, (model) =>
    Math.max(...inCircles(model, 'tied')),
  ),
  share(
    'tied-two',
    'with one projection for queries and keys, the share of letters that are right where two places name each other: the mean of its seeds',
    {
      atLeast: 0.8,
      because:
        'Each of the two is to look at the other, and a symmetric score says so. How often it does is left to be measured.',
    },
    ({ projections }) => mean(projections.filter(({ kind }) => kind === 'tied').map(({ byCircle }) => byCircle[1]!)),
  ),
  share(
    'wider',
    `with one projection and no fewer parameters than separate ones have, the share of ${told}: the mean of its seeds`,
    bothWays,
    (model) => mean(inCircles(model, 'wider')),
  ),
  share(
    'longer',
    `with one projection and eight times the training, the share of ${told}: the mean of its seeds`,
    bothWays,
    (model) => mean(inCircles(model, 'longer')),
  ),
  share(
    'one',
    `with one projection for queries, keys and values, the share of ${told}: the mean of its seeds`,
    bothWays,
    (model) => mean(inCircles(model, 'one')),
  ),
  share(
    'followed',
    `with one projection and a feed-forward layer behind, the share of ${told}: the mean of its seeds`,
    {
      atMost: 0.9,
      because: 'That layer has to be learned too, after attention has. How far it gets is left to be measured.',
    },
    (model) => mean(inCircles(model, 'followed')),
  ),
  share('followed-longer', 'the same with eight times the training', mended, (model) =>
    mean(inCircles(model, 'followed-longer')),
  ),
  share(
    'look-separate',
    'with separate projections, the share of places in circles of three or more whose strongest weight is on the one that they name: the mean of its seeds',
    learnable,
    (model) => mean(inCircles(model, 'separate', 'lookByCircle')),
    1,
  ),
  share(
    'self-tied',
    'with one projection for queries and keys, the share of places in circles of three or more whose strongest weight is on themselves: the mean of its seeds',
    {
      atLeast: 0.5,
      because:
        'The score of two places is never above both of those that they give themselves. How often the larger one is their own is left to be measured.',
    },
    (model) => mean(inCircles(model, 'tied', 'selfByCircle')),
  ),
  share(
    'look-followed',
    'the same share with one projection, a feed-forward layer behind and eight times the training',
    {
      atMost: 0.8,
      because:
        'In no circle of three or more can symmetric scores be largest at the right place for all of its places.',
    },
    (model) => mean(inCircles(model, 'followed-longer', 'lookByCircle')),
  ),
  seedsOf('projections', 'how many seeds each kind of projections was trained from', ({ projections }) => projections),
];
