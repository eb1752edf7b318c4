import type { BundledTheme, ShikiTransformer } from 'shiki';
import { conceptsInCode } from './concepts-in-code.ts';
import { tidyCode } from './tidy-code.ts';
import { untimedCode } from './untimed-code.ts';

/** How code is coloured, in listings and wherever else it stands. */
export const highlighting = {
  themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } satisfies Record<
    string,
    BundledTheme
  >,
  defaultColor: 'light-dark()' as const,
  transformers: [untimedCode(), conceptsInCode(), tidyCode()] satisfies ShikiTransformer[],
};
