/** Where each idea of the lesson is told in each register. */
export const places = [
  { 'plain-english': 'every-word-looks-at-every-word', code: 'the-naive-loop', academic: 'counting-the-work' },
  { 'plain-english': 'every-word-looks-at-every-word', code: 'the-naive-loop', academic: 'beside-a-recurrence' },
  { 'plain-english': 'what-your-text-costs', code: 'how-much-it-saves', academic: 'time-measured' },
  { 'plain-english': 'a-page-at-a-time', code: 'a-tile-at-a-time', academic: 'memory' },
  { 'plain-english': 'a-page-at-a-time', code: 'softmax-in-one-reading', academic: 'memory' },
  {
    'plain-english': 'a-page-at-a-time',
    code: 'eight-queries-in-eight-lanes',
    academic: 'traffic-between-memory-and-processor',
  },
  {
    'plain-english': 'a-page-at-a-time',
    code: 'four-in-one-instruction',
    academic: 'traffic-between-memory-and-processor',
  },
  { 'plain-english': 'keep-what-was-computed', code: 'the-naive-loop', academic: 'the-cache-and-grouped-heads' },
  { 'plain-english': 'look-less-far', code: 'the-naive-loop', academic: 'counting-the-work' },
  { 'plain-english': 'in-short', code: 'in-short', academic: 'in-short' },
] as const;
