import type { EncoderWeights, Vocabulary } from '../encoder/index.ts';
import type { AgreementCard } from '../training/agreement/card.ts';
import type { ProjectionCard } from '../training/projections/card.ts';
import type { SenseCard } from '../training/sense/card.ts';
import type { TaskCard } from '../training/taskCard.ts';
import type { TranslationCard } from '../training/translation/card.ts';
import type { WindowCard } from '../training/window/card.ts';

/** The trained models, for the claims that are about them: the encoder whole, of those trained here what they could do. */
export interface Model {
  /** Rounded to 8 bits, as the pages run it. */
  readonly weights: EncoderWeights;
  readonly vocabulary: Vocabulary;
  /** The float32 weights that those were rounded from. */
  readonly original: () => EncoderWeights;
  readonly translators: readonly TranslationCard[];
  readonly projections: readonly ProjectionCard[];
  readonly windows: readonly WindowCard[];
  readonly senses: readonly SenseCard[];
  readonly tasks: readonly TaskCard[];
  readonly agreements: readonly AgreementCard[];
}

/** What theory expects of a measured value, and why. */
export type Theory = { readonly because: string } & (
  | { readonly equals: number; /** How far off it may be, in the value's own unit. */ readonly within: number }
  | { readonly atLeast: number }
  | { readonly atMost: number }
);

/** A statement of the notebook that a program measures. Its number in the prose comes from here. */
export interface Claim {
  /** Its name in `<Claim id>` and on the page of claims: lower case, hyphens. */
  readonly id: string;
  /** What is measured, as a noun phrase that a reader understands. */
  readonly says: string;
  readonly badge: 'computed' | 'seeded random' | 'trained';
  /** The seed of whatever is random in it. */
  readonly seed?: number;
  readonly theory: Theory;
  /** Digits after the point where it is printed; never more than are meant. */
  readonly decimals: number;
  /** Printed as a percentage: the value is a share. */
  readonly percent?: true;
  /** The same on every machine, up to the last bits of its arithmetic. */
  measure(model: Model): number;
}

/** Does a measured value agree with theory? */
export function agrees(value: number, theory: Theory): boolean {
  if ('equals' in theory) return Math.abs(value - theory.equals) <= theory.within;
  return 'atLeast' in theory ? value >= theory.atLeast : value <= theory.atMost;
}
