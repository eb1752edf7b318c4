import { keep } from 'virtual:kept';
import attention from '#content/models/translation-attention-1-1600.json';
import attentionWeights from '#content/models/translation-attention-1-1600.bin?inline';
import fixed from '#content/models/translation-fixed-1-1600.json';
import fixedWeights from '#content/models/translation-fixed-1-1600.bin?inline';
import { translatorOf } from '#lib/training/translation/card.ts';
import { readBy } from './reading.ts';
import { own } from './words.ts';

export { attention, fixed };

const bytesOf = (inline: string): Uint8Array =>
  Uint8Array.from(atob(inline.slice(inline.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));

/** What both translators make of the figure's own sentence. */
export const readOwn = keep('alignment own', () =>
  readBy(
    translatorOf({ kind: 'attention', seed: attention.seed }, bytesOf(attentionWeights)),
    translatorOf({ kind: 'fixed', seed: fixed.seed }, bytesOf(fixedWeights)),
    own,
  ),
);
