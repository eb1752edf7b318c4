import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const name = 'virtual:claims';
const fault = fileURLToPath(new URL('../../components/fault.ts', import.meta.url));
const loader = fileURLToPath(new URL('../encoder/packed-model.ts', import.meta.url));
const cards = fileURLToPath(new URL('../models.ts', import.meta.url));
const measurer = fileURLToPath(new URL('../claims/measure.ts', import.meta.url));

/**
 * Measures the claims of `lib/claims/` while the site is built, and hands them to pages as
 * `virtual:claims`. One that does not agree with its theory stops the build: the prose
 * would state what is not so.
 */
export function claims(): AstroIntegration {
  return {
    name: 'attention-notebook:claims',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const plugin = {
          name: 'attention-notebook:virtual-claims',
          resolveId: (id: string) => (id === name ? `\0${name}` : undefined),
          load: (id: string) =>
            id === `\0${name}`
              ? [
                  `import { encoder } from 'virtual:encoder/build';`,
                  `import { keep } from 'virtual:kept';`,
                  `import { Fault } from ${JSON.stringify(fault)};`,
                  `import { originalEncoder } from ${JSON.stringify(loader)};`,
                  `import { measureClaims } from ${JSON.stringify(measurer)};`,
                  `import { trainedCards } from ${JSON.stringify(cards)};`,
                  'const model = { ...encoder, original: originalEncoder, ...trainedCards() };',
                  `const measured = keep('claims', () => measureClaims(model).map(({ claim: { id, theory }, ...measured }) => ({ id, because: theory.because, ...measured })))();`,
                  'const wrong = measured.filter(({ agrees }) => !agrees).map(({ id, because, value }) => `lib/claims: ${id} came to ${value}. Theory expects otherwise: ${because}.`);',
                  `if (wrong.length > 0) throw new Fault(wrong.join('\\n'));`,
                  'export const values = Object.fromEntries(measured.map(({ id, value, text }) => [id, { value, text }]));',
                ].join('\n')
              : undefined,
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}
