import attention from '#content/models/translation-attention-1-1600.json';
import attentionUrl from '#content/models/translation-attention-1-1600.bin?url';
import fixed from '#content/models/translation-fixed-1-1600.json';
import fixedUrl from '#content/models/translation-fixed-1-1600.bin?url';
import { sha256 } from '#lib/encoder/sha256.ts';
import { translatorOf, type TranslationCard } from '#lib/training/translation/card.ts';
import type { Translator } from '#lib/training/translation/translator.ts';
import { readBy, type AlignmentReading } from './reading.ts';

/** After a failure nothing is taken from what the browser kept. */
let cache: RequestCache = 'default';

async function translatorAt(url: string, card: Pick<TranslationCard, 'kind' | 'seed' | 'sha256'>): Promise<Translator> {
  const response = await fetch(url, { cache }).catch(() => undefined);
  const bytes = response?.ok ? await response.arrayBuffer().catch(() => undefined) : undefined;
  if (!bytes) throw new Error('The translators could not be fetched. Check the connection, then try again.');
  const file = new Uint8Array(bytes);
  if ((await sha256(file)) !== card.sha256)
    throw new Error('The translators arrived damaged: their checksum is another. Try again.');
  return translatorOf(card, file);
}

/**
 * Fetches both translators, and checks that they are the ones of the cards.
 *
 * @throws Error with a sentence for the reader when they cannot be had; the next call tries again.
 */
export async function fetchTranslators(): Promise<(sentence: string) => AlignmentReading> {
  try {
    const [looking, pressed] = await Promise.all([
      translatorAt(attentionUrl, { ...attention, kind: 'attention' }),
      translatorAt(fixedUrl, { ...fixed, kind: 'fixed' }),
    ]);
    return (sentence) => readBy(looking, pressed, sentence);
  } catch (error) {
    cache = 'reload';
    throw error;
  }
}
