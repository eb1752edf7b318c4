import { fileURLToPath } from 'node:url';

const keeper = fileURLToPath(new URL('../../kept/keep.ts', import.meta.url));

/** The module that `src/virtual-kept.d.ts` declares. */
export const virtualKept = () => ({
  name: 'attention-notebook:virtual-kept',
  resolveId: (id: string) => (id === 'virtual:kept' ? keeper : undefined),
});
