import { measuredOn } from '../../../lib/training/agreement/corpus.ts';
import { agreementKinds, agreementRecipe, type AgreementKind } from '../../../lib/training/agreement/kinds.ts';
import { measureAgreement } from '../../../lib/training/agreement/measure.ts';
import { sayAttention, sayRecurrent, type Said } from '../../../lib/training/agreement/say.ts';
import type { Agreement } from '../../../lib/training/agreement/sentence.ts';
import { trainAttention, trainRecurrent } from '../../../lib/training/agreement/train.ts';
import type { Arithmetic } from '../../../lib/training/arithmetic.ts';
import type { Parameters } from '../../../lib/training/parameters.ts';
import { seeds, type Run } from './study.ts';

/** Verbs that agree with their subjects, by attention and by a recurrent network. */
export function agreement(math: Arithmetic): Run[] {
  return seeds.flatMap((seed) =>
    agreementKinds.map((kind) => ({
      name: `agreement-${kind}-${seed}`,
      steps: agreementRecipe.steps,
      train(onStep) {
        const { parameters, say } = trained[kind](math, seed, onStep);
        const made = { model: 'agreement', kind, seed, ...agreementRecipe, parameters: parameters.values.length };
        return { parameters, card: () => ({ ...made, heldOut: measuredOn, ...measureAgreement(say) }) };
      },
    })),
  );
}

interface Ready {
  readonly parameters: Parameters;
  say(sentences: readonly Pick<Agreement, 'words' | 'many'>[]): readonly Said[];
}

const trained: Readonly<
  Record<AgreementKind, (math: Arithmetic, seed: number, onStep: (step: number, loss: number) => void) => Ready>
> = {
  attention(math, seed, onStep) {
    const model = trainAttention(math, seed, onStep);
    return { parameters: model.parameters, say: (sentences) => sayAttention(math, model, sentences) };
  },
  recurrent(math, seed, onStep) {
    const model = trainRecurrent(math, seed, onStep);
    return { parameters: model.parameters, say: (sentences) => sayRecurrent(math, model, sentences) };
  },
};
