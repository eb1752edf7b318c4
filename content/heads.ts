/** One plain line on what each head tends to do, `heads[layer][head]`, counted from 0. */
export const heads = [
  ['', '', '', ''],
  ['', '', '', ''],
];
