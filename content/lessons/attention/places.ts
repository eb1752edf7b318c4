/**
 * Where each idea of the lesson is told in each register: the heading's anchor. The
 * switch between registers follows these, so that a reader stays at the same idea. For
 * a section that several ideas name, the first one counts. Practice and learning are no registers: where one
 * has nothing on an idea, the switch leads to its beginning.
 */
export const places = [
  { 'plain-english': 'what-attention-is', code: 'what-attention-is', academic: 'what-attention-is' },
  {
    'plain-english': 'what-it-solves',
    code: 'cross-attention',
    academic: 'what-attention-is',
    learning: 'a-verb-looks-for-its-subject',
  },
  {
    'plain-english': 'a-sentence-attends-to-itself',
    code: 'all-queries',
    academic: 'why-three-matrices',
    practice: 'attention-with-a-cache',
    learning: 'three-matrices-or-fewer',
  },
  {
    'plain-english': 'a-sentence-attends-to-itself',
    code: 'one-query',
    academic: 'why-divide-by-the-square-root',
    practice: 'bug-clinic',
  },
  { 'plain-english': 'words-become-numbers', code: 'dot-product', academic: 'attention-as-kernel-smoothing' },
  {
    'plain-english': 'a-sentence-attends-to-itself',
    code: 'a-step-of-learning',
    academic: 'the-gradient-through-attention',
  },
  {
    'plain-english': 'a-sentence-attends-to-itself',
    code: 'softmax',
    academic: 'the-gradient-through-attention',
    practice: 'softmax-of-large-scores',
    learning: 'watch-it-learn',
  },
  { 'plain-english': 'what-it-can-do', code: 'masks', academic: 'masks', practice: 'a-causal-mask' },
  {
    'plain-english': 'what-it-can-do',
    code: 'making-it-fast',
    academic: 'what-it-costs',
    practice: 'softmax-in-one-pass',
    learning: 'a-window-that-is-too-narrow',
  },
  {
    'plain-english': 'what-it-can-do',
    code: 'what-attention-is',
    academic: 'what-the-weights-do-not-tell-you',
    learning: 'one-form-two-senses',
  },
  {
    'plain-english': 'a-sentence-attends-to-itself',
    code: 'several-heads',
    academic: 'several-heads',
    practice: 'several-heads-by-hand',
  },
  { 'plain-english': 'a-sentence-attends-to-itself', code: 'several-heads', academic: 'the-block-around-it' },
  { 'plain-english': 'order-has-to-be-added', code: 'order-has-to-be-added', academic: 'order-has-to-be-added' },
  { 'plain-english': 'order-has-to-be-added', code: 'order-has-to-be-added', academic: 'three-ways-to-add-positions' },
  { 'plain-english': 'in-short', code: 'in-short', academic: 'in-short', learning: 'in-short' },
] as const;
