import { keep } from 'virtual:kept';
import attention from '#content/models/translation-attention-1-1600.json';
import attentionWeights from '#content/models/translation-attention-1-1600.bin?inline';
import fixed from '#content/models/translation-fixed-1-1600.json';
import fixedWeights from '#content/models/translation-fixed-1-1600.bin?inline';
import { translatorOf } from '#lib/training/translation/card.ts';
import { inlineBytes } from '../../figure/inline-bytes.ts';
import { readBy } from './reading.ts';
import { own } from './words.ts';

export { attention, fixed };

/** What both translators make of the figure's own sentence. */
export const readOwn = keep('alignment own', () =>
  readBy(
    translatorOf({ kind: 'attention', seed: attention.seed }, inlineBytes(attentionWeights)),
    translatorOf({ kind: 'fixed', seed: fixed.seed }, inlineBytes(fixedWeights)),
    own,
  ),
);
