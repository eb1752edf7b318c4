import { globSync, readFileSync } from 'node:fs';
import type { TranslationCard } from '../lib/training/translation/card.ts';

/** The cards of all translators that `npm run train` has made, from the root of the repository. */
export function translationCards(): TranslationCard[] {
  return globSync('content/models/translation-*.json')
    .toSorted()
    .map((path) => JSON.parse(readFileSync(path, 'utf8')) as TranslationCard);
}
