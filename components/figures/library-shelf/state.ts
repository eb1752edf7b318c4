import { numbers } from '../../figure/state/fields.ts';
import { limit, questions } from './library.ts';

/** Where the question stands: towards the right, towards the top. */
export const state = {
  at: numbers(questions[0]!.at, { from: -limit, to: limit }),
};
