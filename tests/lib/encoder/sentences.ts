/** Ten sentences of everyday English, on which the encoder is compared with its original. */
export const sentences = [
  'I went to the bank to deposit money',
  'We sat on the bank of the river and watched the water',
  'My favorite fruit is the apple, then the banana',
  'Apple released a new product',
  'The cat sat on the mat because it was tired',
  'Where did you put the keys to the old house?',
  'She quickly wrote a letter, folded it twice and sent it off.',
  'Rain fell all night, and by the morning the streets were rivers of mud',
  'No',
  'In 1905 a clerk at the patent office in Bern wrote four papers that changed what physicists thought about light, time, mass and the size of atoms',
] as const;

/** Twenty strings that a tokenizer may trip over. */
export const awkward = [
  '',
  ' ',
  'a',
  'hello   world  ',
  '  leading and trailing  ',
  'The naïve café owner’s résumé',
  'e\u0301tude (combining) and ﬁne ligatures ½ ①',
  '注意力就是你所需要的一切',
  '日本語とenglishが混ざる。 はい',
  '한국어 문장',
  'שלום עולם',
  'مرحبا بالعالم',
  'I ❤️ 🍎 and 👩‍👩‍👧‍👦 too!!',
  '🍎🍎🍎',
  '<p class="x">Tom &amp; Jerry</p>',
  'Call 555-0199 at 10:30 or 10:00, pay $1,234.56 :) :-( http://a.b',
  'tabs\tand\nnew\r\nlines and\u00a0hard spaces',
  '▁already▁marked � <s> </s> extra_token_id_1',
  'supercalifragilisticexpialidocious antidisestablishmentarianism',
  'lone \ud83d surrogate ”5 “quotes” — dashes… ████ ░░',
] as const;
