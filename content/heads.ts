/**
 * One plain line on what each head of the encoder tends to do, `heads[layer][head]`,
 * counted from 0. `tests/content/heads.test.ts` holds the model to them.
 */
export const heads = [
  [
    'Looks back: its weight is spread over the few tokens before.',
    'Looks mostly at the word itself, and some at the next one.',
    'Looks at the next token, and at itself.',
    'Looks at itself, and at the token before.',
  ],
  [
    'Broad: most weight goes to small words nearby. No clear rule.',
    'Looks by content: nouns that belong together find each other, and small words are passed over.',
    'Looks at other words rather than itself, often far away, loosely by content.',
    'The most diffuse: a little of everything, somewhat more of itself.',
  ],
] as const;
