import { attentionWeights } from '../attention/attentionWeights.ts';
import { headOf } from '../attention/heads.ts';
import { scaledDotProductAttention } from '../attention/scaledDotProductAttention.ts';
import { cosine } from '../cosine.ts';
import { encode, tokenize, type Edge } from '../encoder/index.ts';
import { largestDifference } from '../largestDifference.ts';
import { tensor } from '../tensor.ts';
import type { Claim, Model } from './claim.ts';

const sentences = ['The river bank is high', 'The central bank is high'] as const;
/** From “bank” to the word before it, in layer 2, head 2. */
const edge: Edge = { layer: 1, head: 1, query: 2, key: 1 };
const width = 512;

function read(sentence: string, { weights, vocabulary }: Model, cut?: Edge) {
  return encode(tokenize(sentence, vocabulary).ids, weights, { cut }).layers;
}

/** What comes out of the last layer for “bank”. */
function bank(sentence: string, model: Model, cut?: Edge): Float32Array {
  return read(sentence, model, cut)[1]!.vectors!.data.subarray(edge.query * width, (edge.query + 1) * width);
}

/** How much nearer the two “bank” come when one head of layer 2 may not let them attend to the swapped word. */
const riseIn =
  (head: number) =>
  (model: Model): number => {
    const between = (cut?: Edge): number => cosine(bank(sentences[0], model, cut), bank(sentences[1], model, cut));
    return between({ ...edge, head }) - between();
  };

export const contrastClaims: readonly Claim[] = [
  {
    id: 'contrast-bank',
    says: 'the cosine between the last vectors of “bank” in “The river bank is high” and in “The central bank is high”',
    badge: 'trained',
    theory: {
      atMost: 0.99,
      because:
        'The word goes in as one vector at one place, so only what attention gathers from the swapped word can tell the two apart.',
    },
    decimals: 2,
    measure: (model) => cosine(bank(sentences[0], model), bank(sentences[1], model)),
  },
  {
    id: 'contrast-bank-cut',
    says: 'how much that cosine rises when layer 2, head 2 may no longer let “bank” attend to the swapped word',
    badge: 'trained',
    theory: {
      atLeast: 0.01,
      because:
        'Of its layer’s heads this one gives the swapped word the most weight, and what it carried is then missing from both vectors. That they share more without it is expected, not certain: cutting the same edge in head 1 or head 4 drives them apart.',
    },
    decimals: 3,
    measure: riseIn(1),
  },
  ...[0, 2, 3].map((head): Claim => ({
    id: `contrast-bank-cut-head-${head + 1}`,
    says: `how much that cosine rises when the same edge is cut in layer 2, head ${head + 1} instead; below 0, it falls`,
    badge: 'trained',
    theory: {
      equals: 0,
      within: 0.05,
      because:
        'In both sentences this head gives the swapped word less weight than head 2 does, so that less is missing without it.',
    },
    decimals: 3,
    measure: riseIn(head),
  })),
  {
    id: 'cut-moves-bank',
    says: 'the cosine between the last vector of “bank” before and after its edge to “river” in layer 2, head 2 is cut',
    badge: 'trained',
    theory: { atMost: 0.99, because: 'In that head “bank” gives no other word as much weight as “river”.' },
    decimals: 2,
    measure: (model) => cosine(bank(sentences[0], model), bank(sentences[0], model, edge)),
  },
  {
    id: 'cut-is-a-mask',
    says: 'the largest difference between weights with that edge cut and weights with its score masked by −∞',
    badge: 'trained',
    theory: {
      equals: 0,
      within: 1e-6,
      because:
        'Softmax shares a row out in the proportions of the powers of its scores; taking one away leaves the proportions of the others.',
    },
    decimals: 2,
    measure(model) {
      const { Q, K, V } = read(sentences[0], model)[1]!;
      const [q, k, v] = [headOf(Q, edge.head), headOf(K, edge.head), headOf(V, edge.head)];
      const { scores } = scaledDotProductAttention(q, k, v, { returns: 'scores' });
      const mask = tensor(new Float32Array(scores.data.length), scores.shape);
      mask.data[edge.query * scores.shape[1]! + edge.key] = -Infinity;
      const cut = read(sentences[0], model, edge)[1]!.weights[edge.head]!;
      return largestDifference(cut, attentionWeights(scores, mask).data).size;
    },
  },
];
