import { seededRandom, type Random } from '../../random.ts';
import type { AnyTensor, Arithmetic } from '../arithmetic.ts';
import { read, type Transformer } from '../transformer.ts';
import { forms, topics, vocabulary, type Form } from './lexicon.ts';
import { classesBy, trainProbe } from './probe.ts';
import {
  batchOfSentences,
  distanceGroup,
  distanceGroups,
  drawSentences,
  length,
  type SenseSentence,
} from './sentences.ts';

/** What each model is measured on: for each form, sentences of training that a probe learns from, and held-out ones of each group of distances; drawn from this seed. */
export const senseMeasured = { probed: 128, each: 32, seed: 77 } as const;

/** Shares of held-out sentences, by distance, nearest group first. */
export interface SenseScore {
  /** What the model says next belongs to the sense that is meant; of all, and by distance. */
  readonly right: number;
  readonly byDistance: readonly number[];
  /** A probe finds the sense in what goes into the first layer, then in what comes out of each. */
  readonly probes: readonly (readonly number[])[];
  /** A probe that learnt from shuffled senses, of what comes out of the last layer. */
  readonly shuffled: readonly number[];
  /** A probe of what comes out of the last layer before any training. */
  readonly untrained: readonly number[];
}

/** As many sentences of each form, and where groups are asked for, of each group of distances: the senses in turn. */
function drawEach(each: number, random: Random, heldOut: boolean): SenseSentence[] {
  const kinds = new Map<string, SenseSentence[]>();
  const groups = heldOut ? distanceGroups.length : 1;
  const wanted = Object.keys(forms).length * groups * 2;
  const full = (): boolean => kinds.size === wanted && [...kinds.values()].every((list) => list.length === each / 2);
  while (!full())
    for (const sentence of drawSentences(64, random, heldOut)) {
      const { form, sense, between } = sentence;
      const kind = `${form} ${sense} ${heldOut ? distanceGroup(between) : ''}`;
      const list = kinds.get(kind) ?? [];
      kinds.set(kind, list);
      if (list.length < each / 2) list.push(sentence);
    }
  return [...kinds.values()].flat();
}

/** What stands at the form: (sentences, d) going into the first layer and coming out of each, each normalised as the next part reads it; and the logits there. */
function statesAtForm(math: Arithmetic, model: Transformer, sentences: readonly SenseSentence[]) {
  const { passed, normed, logits } = read(math, model, batchOfSentences(sentences).tokens);
  const last = ({ data, shape }: AnyTensor): AnyTensor => {
    const width = shape[1]!;
    const rows = new Float64Array(sentences.length * width);
    for (let s = 0; s < sentences.length; s++) {
      const at = ((s + 1) * length - 1) * width;
      rows.set(data.subarray(at, at + width), s * width);
    }
    return { data: rows, shape: [sentences.length, width] };
  };
  return { states: [...passed.map(({ before }) => last(before.Y)), last(normed.Y)], logits: last(logits) };
}

/**
 * Lets a model say what follows in held-out sentences, and trains a probe for each form and each layer that reads
 * which sense is meant.
 *
 * @param math The products it is computed with.
 * @param model Its weights.
 * @param untrained The same model as its seed drew it.
 */
export function measureSense(math: Arithmetic, model: Transformer, untrained: Transformer): SenseScore {
  const random = seededRandom(senseMeasured.seed);
  const learnt = drawEach(senseMeasured.probed, random, false);
  const asked = drawEach(senseMeasured.each, random, true);
  const [seen, met] = [statesAtForm(math, model, learnt), statesAtForm(math, model, asked)];
  const last = model.sizes.layers;
  const drawn = [learnt, asked].map((list) => statesAtForm(math, untrained, list).states[last]!) as [
    AnyTensor,
    AnyTensor,
  ];
  const shares = (isRight: (at: number) => boolean): number[] =>
    distanceGroups.map((_, group) => {
      const inGroup = [...asked.keys()].filter((at) => distanceGroup(asked[at]!.between) === group);
      return inGroup.filter(isRight).length / inGroup.length;
    });

  const width = vocabulary.length;
  const says = (at: number): string => {
    const row = met.logits.data.subarray(at * width, (at + 1) * width);
    return vocabulary[row.indexOf(Math.max(...row))]!;
  };
  const byDistance = shares((at) => {
    const { form, sense } = asked[at]!;
    return topics[forms[form][sense]].follows.some((word) => word === says(at));
  });

  const senses = learnt.map(({ sense }) => sense);
  const probed = ([from, to]: readonly [AnyTensor, AnyTensor], labels: readonly number[] = senses): number[] => {
    const found = new Uint8Array(asked.length);
    for (const form of Object.keys(forms) as Form[]) {
      const [own, others] = [learnt, asked].map((list) => [...list.keys()].filter((at) => list[at]!.form === form)) as [
        number[],
        number[],
      ];
      const probe = trainProbe(
        rowsOf(from, own),
        own.map((at) => labels[at]!),
      );
      classesBy(probe, rowsOf(to, others)).forEach((sense, at) => (found[others[at]!] = sense));
    }
    return shares((at) => found[at] === asked[at]!.sense);
  };
  const layers = seen.states.map((state, layer) => [state, met.states[layer]!] as const);
  return {
    right: byDistance.reduce((sum, share) => sum + share, 0) / byDistance.length,
    byDistance,
    probes: layers.map((states) => probed(states)),
    shuffled: probed(layers[last]!, shuffledSenses(learnt, random)),
    untrained: probed(drawn),
  };
}

/** The senses of each form's sentences, in another order among them. */
function shuffledSenses(sentences: readonly SenseSentence[], random: Random): number[] {
  const senses = sentences.map(({ sense }): number => sense);
  for (const form of Object.keys(forms)) {
    const own = [...sentences.keys()].filter((at) => sentences[at]!.form === form);
    for (let left = own.length - 1; left > 0; left--) {
      const [a, b] = [own[left]!, own[Math.floor(random() * (left + 1))]!];
      [senses[a], senses[b]] = [senses[b]!, senses[a]!];
    }
  }
  return senses;
}

function rowsOf({ data, shape }: AnyTensor, rows: readonly number[]): AnyTensor {
  const width = shape[1]!;
  const taken = new Float64Array(rows.length * width);
  rows.forEach((row, at) => taken.set(data.subarray(row * width, (row + 1) * width), at * width));
  return { data: taken, shape: [rows.length, width] };
}
