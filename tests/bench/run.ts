/** `npm run bench [name …] [-- flags]`: runs the benches named, or all of them, one after another. */
const benches: Readonly<Record<string, (flags: readonly string[]) => Promise<unknown>>> = {
  encoder: () => import('./encoder.ts'),
  attention: async (flags) => (await import('./attention.ts')).attentionBench(flags),
  training: async () => (await import('./training.ts')).trainingBench(),
  cells: async (flags) => (await import('./cells.ts')).cellsBench(flags),
  dev: async () => (await import('./dev.ts')).devBench(),
  build: async (flags) => (await import('./build.ts')).buildBench(flags),
  site: async (flags) => (await import('./site.ts')).siteBench(flags),
};

const given = process.argv.slice(2);
const firstFlag = given.findIndex((argument) => argument.startsWith('-'));
const asked = firstFlag === -1 ? given : given.slice(0, firstFlag);
const flags = firstFlag === -1 ? [] : given.slice(firstFlag);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no bench named ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 2;
} else for (const name of asked.length > 0 ? asked : Object.keys(benches)) await benches[name]!(flags);

// Makes this file a module, as the await above needs.
export {};
