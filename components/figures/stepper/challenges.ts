import type { Steps } from '#lib/walkthrough/attentionSteps.ts';
import { attendsBeyond, isUniform, matchesOneWay } from '#lib/walkthrough/challenges.ts';
import type { Part } from '../../figure/phrase.ts';
import { showNumber } from '../../plots/number.ts';
import { words } from './looks.ts';
import { showTerm } from './wording.ts';

const [apple, , delicious] = words;
const [asks, holds] = [2, 0];

export interface Challenge {
  readonly id: 'attend' | 'uniform' | 'one-way';
  readonly task: readonly Part[];
  /** Whether it is met, and what the numbers say now. */
  readonly check: (steps: Steps) => { readonly met: boolean; readonly now: string };
}

export const challenges: readonly Challenge[] = [
  {
    id: 'attend',
    task: ['Make ', ['query', delicious], ' attend to ', ['key', apple], ' by more than 0.8.'],
    check({ weights }) {
      const { met, weight } = attendsBeyond(weights, { query: asks, key: holds }, 0.8);
      return { met, now: `the weight is ${showNumber(weight, 3)}` };
    },
  },
  {
    id: 'uniform',
    task: ['Make every row uniform: each weight within 0.01 of 1/3.'],
    check({ weights }) {
      const { met, farthest } = isUniform(weights, 0.01);
      return { met, now: `the farthest weight is ${showNumber(farthest, 3)} away from 1/3` };
    },
  },
  {
    id: 'one-way',
    task: [
      'Make matching one-way: ',
      ['query', apple],
      ' asking ',
      ['key', delicious],
      ' scores above 0, ',
      ['query', delicious],
      ' asking ',
      ['key', apple],
      ' below 0.',
    ],
    check({ scores }) {
      const { met, forth, back } = matchesOneWay(scores, { query: holds, key: asks });
      return { met, now: `the scores are ${showTerm(forth)} and ${showTerm(back)}` };
    },
  },
];
