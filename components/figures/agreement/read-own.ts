import { keep } from 'virtual:kept';
import { agreementOf, type AgreementCard } from '#lib/training/agreement/card.ts';
import type { AgreementKind } from '#lib/training/agreement/kinds.ts';
import { exact } from '#lib/training/exact.ts';
import { inlineBytes } from '../../figure/inline-bytes.ts';
import { readBy } from './reading.ts';

const cards = import.meta.glob<AgreementCard>('/content/models/agreement-*.json', { eager: true, import: 'default' });
const weights = import.meta.glob<string>('/content/models/agreement-*-1.bin', {
  eager: true,
  import: 'default',
  query: '?inline',
});

/** The card of the first seed of a kind, with whose weights the sentences are read. */
export const cardOf = (kind: AgreementKind): AgreementCard => cards[`/content/models/agreement-${kind}-1.json`]!;

const modelOf = (kind: AgreementKind) =>
  agreementOf(exact, cardOf(kind), inlineBytes(weights[`/content/models/agreement-${kind}-1.bin`]!));

/** What all models have right, and what the first of each kind makes of every sentence that a reader can build. */
export const readOwn = keep('agreement own', () =>
  readBy(Object.values(cards), { attention: modelOf('attention'), recurrent: modelOf('recurrent') }),
);
