import type { Arithmetic } from '../arithmetic.ts';
import { read, type Transformer } from '../transformer.ts';
import { agreementBatch } from './corpus.ts';
import { readRecurrent, type Recurrent } from './recurrent.ts';
import type { Agreement } from './sentence.ts';
import { answers, vocabulary } from './words.ts';

type Asked = readonly Pick<Agreement, 'words' | 'many'>[];

/** What a model says of one sentence. */
export interface Said {
  /** The probability of “is” and of “are”, among all words. */
  readonly probabilities: readonly number[];
  /** Per layer, the attention of the verb's place to each word before it and to itself, as the mean of the heads. */
  readonly looks: readonly (readonly number[])[];
}

/** Asks a recurrent network for the verb of each sentence. */
export function sayRecurrent(math: Arithmetic, model: Recurrent, sentences: Asked): Said[] {
  const { data } = readRecurrent(math, model, agreementBatch(sentences).tokens);
  const probabilities = (s: number, words: number) => verbs(data, words * sentences.length + s);
  return sentences.map(({ words }, s) => ({ probabilities: probabilities(s, words.length), looks: [] }));
}

/** Asks a model with attention for the verb of each sentence. */
export function sayAttention(math: Arithmetic, model: Transformer, sentences: Asked): Said[] {
  const { logits, attended } = read(math, model, agreementBatch(sentences).tokens);
  const { length, heads } = model.sizes;
  return sentences.map(({ words }, s) => ({
    probabilities: verbs(logits.data, s * length + words.length),
    looks: attended.map(({ weights: { data } }) => {
      const rows = Array.from({ length: heads }, (_, head) => {
        const from = ((s * heads + head) * length + words.length) * length;
        return data.subarray(from, from + words.length + 1);
      });
      return Array.from(rows[0]!, (_, key) => rows.reduce((sum, row) => sum + row[key]!, 0) / heads);
    }),
  }));
}

/** The softmax of one row of logits, at the two forms of the verb. */
function verbs(logits: ArrayLike<number> & { subarray(from: number, to: number): ArrayLike<number> }, row: number) {
  const numbers = Array.from(logits.subarray(row * vocabulary.length, (row + 1) * vocabulary.length));
  const most = Math.max(...numbers);
  const powers = numbers.map((number) => Math.exp(number - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return answers.map((answer) => powers[vocabulary.indexOf(answer)]! / total);
}
