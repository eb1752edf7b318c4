import { mean } from '../mean.ts';
import type { SenseCard } from '../training/sense/card.ts';
import type { Claim, Theory } from './claim.ts';
import { seedsOf, sharesOf } from './trained.ts';

const shareOf = sharesOf('sense-probe');
/** Over all seeds, of the mean over all distances. */
const share = (
  id: string,
  says: string,
  theory: Theory,
  of: (card: SenseCard) => readonly number[],
  over: (shares: readonly number[]) => number = mean,
): Claim => shareOf(id, says, theory, ({ senses }) => over(senses.map((card) => mean(of(card)))));

const found = 'the share of held-out sentences in which a linear probe finds the sense of the form';
const coin = 0.5;

/** Shares of held-out sentences, as the cards of the committed weights have them; a test measures each card again. */
export const senseProbeClaims: readonly Claim[] = [
  share(
    'said',
    'the share of held-out sentences in which what the small model says next belongs to the sense that is meant: the mean of its seeds',
    {
      atLeast: 0.9,
      because:
        'The word that tells the sense is there to be looked at, and each form has met each such word in training.',
    },
    ({ byDistance }) => byDistance,
  ),
  share(
    'input',
    `${found}, in what goes in: the mean of the seeds`,
    { equals: coin, within: 1e-9, because: 'One form at one place is one vector, and the two senses are as frequent.' },
    ({ probes }) => probes[0]!,
  ),
  share(
    'first',
    `${found}, in what comes out of the first layer: the mean of the seeds`,
    { atLeast: 0.6, because: 'Attention mixes other words into the form, the one that tells the sense among them.' },
    ({ probes }) => probes[1]!,
  ),
  share(
    'last',
    `${found}, in what comes out of the last layer: the mean of the seeds`,
    {
      atLeast: 0.9,
      because: 'What is said next is made of this vector by a linear map, and it belongs to the sense nearly always.',
    },
    ({ probes }) => probes.at(-1)!,
  ),
  share(
    'last-lowest',
    'the same share for the seed that did worst',
    { atLeast: 0.9, because: 'As for the mean; no seed is left out.' },
    ({ probes }) => probes.at(-1)!,
    (shares) => Math.min(...shares),
  ),
  share(
    'shuffled',
    'the same share for probes that learnt from shuffled senses: the mean of the seeds',
    {
      equals: coin,
      within: 0.05,
      because: 'Labels that go with nothing teach nothing that holds for other sentences.',
    },
    ({ shuffled }) => shuffled,
  ),
  share(
    'untrained',
    'the same share for the models before any training: the mean of the seeds',
    {
      atLeast: coin,
      because: 'Attention with random weights mixes words as well, and a probe may find traces of them.',
    },
    ({ untrained }) => untrained,
  ),
  seedsOf('sense-probe', 'how many seeds that small model was trained from', ({ senses }) => senses),
];
