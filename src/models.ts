import { globSync, readFileSync } from 'node:fs';
import type { Model } from '../lib/claims/index.ts';

/** The cards of one study that `npm run train` has made, from the root of the repository. */
function cardsOf<Card>(study: string): Card[] {
  return globSync(`content/models/${study}-*.json`)
    .toSorted()
    .map((path) => JSON.parse(readFileSync(path, 'utf8')) as Card);
}

/** The cards of all models that were trained here, for the claims that are about them. */
export function trainedCards(): Pick<
  Model,
  'translators' | 'projections' | 'tasks' | 'windows' | 'senses' | 'agreements'
> {
  return {
    translators: cardsOf('translation'),
    projections: cardsOf('projections'),
    tasks: cardsOf('tasks'),
    windows: cardsOf('window'),
    senses: cardsOf('sense'),
    agreements: cardsOf('agreement'),
  };
}
