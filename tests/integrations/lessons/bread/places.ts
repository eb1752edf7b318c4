export const places = [
  { plain: 'flour', code: 'mix' },
  { plain: 'water', code: 'stir' },
  { plain: 'water', code: 'mix' },
] as const;
