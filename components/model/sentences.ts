/** Read at build, so that they answer before the model is there. The first is every page's own. */
export const sentences = [
  'I went to the bank to deposit money',
  'I went to the bank of the river',
  'We sat on the bank of the river and watched the water',
  'My favorite fruit is the apple and then the banana',
  'Apple released a new product',
  'The cat sat on the mat because it was tired',
] as const;
