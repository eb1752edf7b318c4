import { mean } from '../mean.ts';
import type { TranslationCard } from '../training/translation/card.ts';
import { lengthGroups, measuredOn } from '../training/translation/corpus.ts';
import type { Claim, Model } from './claim.ts';
import { seedsOf, sharesOf } from './trained.ts';

/** What the translators of one kind that were trained longest could do, by seed. */
function longest({ translators }: Model, kind: TranslationCard['kind']): readonly TranslationCard[] {
  const most = Math.max(...translators.map(({ steps }) => steps));
  return translators.filter((card) => card.kind === kind && card.steps === most);
}

const share = sharesOf('translation');
const rights = (model: Model, kind: TranslationCard['kind']): number[] =>
  longest(model, kind).map(({ right }) => right);

const learnable =
  'The grammar has no exceptions that a sentence of training does not show, and each word to be written can look at the one it says. How many sentences come out right is left to be measured.';
const pressed =
  'All of a sentence has to pass through one list of numbers, which has no more room for a long sentence than for a short one: no more should come out right than by looking back.';

/** Shares of held-out sentences, as the cards of the committed weights have them; a test measures each card again. */
export const translationClaims: readonly Claim[] = [
  share(
    'attention',
    `the share of ${measuredOn.each * lengthGroups.length} held-out sentences that a small translator with attention has right, word for word: the mean of its seeds`,
    { atLeast: 0.5, because: learnable },
    (model) => mean(rights(model, 'attention')),
  ),
  share(
    'attention-lowest',
    'the same share for the seed that did worst',
    { atLeast: 0.5, because: learnable },
    (model) => Math.min(...rights(model, 'attention')),
  ),
  share(
    'attention-highest',
    'the same share for the seed that did best',
    { atLeast: 0.5, because: learnable },
    (model) => Math.max(...rights(model, 'attention')),
  ),
  share(
    'fixed',
    'the share of the same sentences that a translator of that size and training has right with one fixed vector in place of attention: the mean of its seeds',
    { atMost: 0.5, because: pressed },
    (model) => mean(rights(model, 'fixed')),
  ),
  share(
    'fixed-lowest',
    'the same share for the seed that did worst, with one fixed vector',
    { atMost: 0.5, because: pressed },
    (model) => Math.min(...rights(model, 'fixed')),
  ),
  share(
    'fixed-highest',
    'the same share for the seed that did best, with one fixed vector',
    { atMost: 0.5, because: pressed },
    (model) => Math.max(...rights(model, 'fixed')),
  ),
  seedsOf('translation', 'how many seeds each of the two kinds of translator was trained from', (model) =>
    longest(model, 'attention'),
  ),
  share(
    'aligned',
    'the share of words, in sentences that the translator with attention has right, whose strongest weight is on the word that they say: the mean of its seeds',
    {
      atLeast: 0.5,
      because:
        'Nobody told the model which word says which, but the word to be said is where most of what it needs stands. How often it looks there most is left to be measured.',
    },
    (model) => mean(longest(model, 'attention').map(({ aligned }) => aligned!)),
  ),
];
