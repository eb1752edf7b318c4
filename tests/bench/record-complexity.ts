/** `npm run record`: times the implementations of the complexity figure on this machine, for its drawing before the reader measures. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { implementations } from '../../lib/complexity/implementations.ts';
import { sweep } from '../../lib/complexity/sweep.ts';

const d = 64;
const points: string[] = [];
for (const step of sweep(implementations, d, { clock: () => performance.now() })) {
  if (step.type === 'trial') continue;
  const { id, n, repeats } = step;
  const ms = Number(step.ms.toPrecision(4));
  console.log(`${id.padEnd(12)} n = ${n.toLocaleString('en-US').padStart(6)} ${String(ms).padStart(10)} ms`);
  points.push(`    ${JSON.stringify({ id, n, ms, repeats })}`);
}
const head = { processor: cpus()[0]?.model.trim() ?? 'an unknown processor', node: process.versions.node, d };
const lines = Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`);
writeFileSync(
  new URL('../../components/figures/complexity-lab/recorded.json', import.meta.url),
  `{\n${lines.join('\n')}\n  "points": [\n${points.join(',\n')}\n  ]\n}\n`,
);
