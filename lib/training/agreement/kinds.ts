import type { Training } from '../train.ts';
import { longest } from './sentence.ts';
import { vocabulary } from './words.ts';

const length = longest + 1;

/** Two models with as many numbers to learn, up to two in a hundred. */
export const agreementSizes = {
  attention: { vocabulary: vocabulary.length, length, d: 32, heads: 2, layers: 2, hidden: 32, causal: true },
  recurrent: { vocabulary: vocabulary.length, length, d: 44 },
} as const;
export type AgreementKind = keyof typeof agreementSizes;
export const agreementKinds = Object.keys(agreementSizes) as AgreementKind[];

/** What all trainings share. */
export const agreementRecipe = { steps: 1000, batch: 32, rate: 0.003 } as const satisfies Training;
