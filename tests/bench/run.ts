/** `npm run bench [name …]`: runs the benches named, or all of them, one after another. */
const benches: Readonly<Record<string, () => Promise<unknown>>> = {
  encoder: () => import('./encoder.ts'),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no bench named ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 2;
} else for (const name of asked.length > 0 ? asked : Object.keys(benches)) await benches[name]!();

// Makes this file a module, as the await above needs.
export {};
