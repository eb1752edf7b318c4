export const places = [
  { plain: 'الدقيق', code: 'اخلط' },
  { plain: 'الماء', code: 'حرّك' },
] as const;
