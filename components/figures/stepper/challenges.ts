import { attendsBeyond, isUniform, matchesOneWay } from '#lib/walkthrough/challenges.ts';
import type { Steps } from '#lib/walkthrough/attentionSteps.ts';
import { words } from './example.ts';
import { showBounded, showNumber, type Part } from './text.ts';

export interface Challenge {
  readonly id: 'attend' | 'uniform' | 'one-way';
  readonly task: readonly Part[];
  /** Whether it is met, and what the numbers say now. */
  readonly check: (steps: Steps) => { readonly met: boolean; readonly now: string };
}

const [apple, , delicious] = words;
const asking = { query: 2, key: 0 };
const weight = 0.8;
const tolerance = 0.01;

export const challenges: readonly Challenge[] = [
  {
    id: 'attend',
    task: [
      'Make ',
      { text: delicious, concept: 'query' },
      ' attend to ',
      { text: apple, concept: 'key' },
      ` by more than ${weight}.`,
    ],
    check({ weights }) {
      const { met, weight: reached } = attendsBeyond(weights, asking, weight);
      return { met, now: `the weight is ${showBounded(reached)}` };
    },
  },
  {
    id: 'uniform',
    task: [`Make every row uniform: each weight within ${tolerance} of 1/3.`],
    check({ weights }) {
      const { met, farthest } = isUniform(weights, tolerance);
      return { met, now: `the farthest weight is ${showBounded(farthest)} away from 1/3` };
    },
  },
  {
    id: 'one-way',
    task: [
      'Make matching one-way: ',
      { text: apple, concept: 'query' },
      ' asking ',
      { text: delicious, concept: 'key' },
      ' scores above 0, ',
      { text: delicious, concept: 'query' },
      ' asking ',
      { text: apple, concept: 'key' },
      ' below 0.',
    ],
    check({ scores }) {
      const { met, forth, back } = matchesOneWay(scores, { query: asking.key, key: asking.query });
      return { met, now: `the scores are ${showNumber(forth)} and ${showNumber(back)}` };
    },
  },
];

export const stateOf = ({ met, now }: { met: boolean; now: string }): string => `${met ? 'Met' : 'Not met'}: ${now}.`;
