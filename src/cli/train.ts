/**
 * `npm run train`: trains the models of this repository and writes their weights, with a card beside each; with names
 * of studies behind it (`npm run train -- projections`), theirs alone. A model whose card is there is left alone, so
 * that a training that was cut short goes on where it was; delete a card to train its model again.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fast } from '../../lib/training/fast.ts';
import { readModel, writeModel } from '../../lib/training/file.ts';
import { agreement } from './studies/agreement.ts';
import { projections } from './studies/projections.ts';
import { sense } from './studies/sense.ts';
import { tasks } from './studies/tasks.ts';
import { translation } from './studies/translation.ts';
import { window } from './studies/window.ts';

const studies = { translation, projections, tasks, window, sense, agreement };
type Name = keyof typeof studies;

const folder = fileURLToPath(new URL('../../content/models/', import.meta.url));
const all = Object.keys(studies) as Name[];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.some((study) => study === name));
if (unknown.length > 0) throw new Error(`There is no study ${unknown.join(', ')}. There are: ${all.join(', ')}.`);

const math = fast();
const runs = all
  .filter((study) => asked.length === 0 || asked.includes(study))
  .flatMap((study) => studies[study](math));
const left = runs.filter(({ name }) => !existsSync(cardOf(name)));
const stepsLeft = left.reduce((sum, { steps }) => sum + steps, 0);
console.log(`${runs.length - left.length} of ${runs.length} models are there; ${stepsLeft} steps are left.`);
mkdirSync(folder, { recursive: true });

const began = performance.now();
let done = 0;
for (const { name, steps, isCardOnly = false, train } of left) {
  const { parameters, card } = train((step, loss) => {
    done++;
    if (step % 100 > 0) return;
    const minutes = ((performance.now() - began) / 60_000 / done) * (stepsLeft - done);
    console.log(
      `${name}, step ${step} of ${steps}: loss ${loss.toFixed(3)}; about ${minutes.toFixed(0)} min left in all`,
    );
  });
  // What is measured is what is kept: the rounded weights.
  const bytes = writeModel(parameters);
  readModel(bytes, parameters);
  const measured = card();
  const file = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  if (!isCardOnly) writeFileSync(`${folder}${name}.bin`, bytes);
  writeFileSync(cardOf(name), `${JSON.stringify({ ...measured, ...file }, null, 2)}\n`);
  console.log(`${name}: ${(100 * measured.right).toFixed(0)} % right of what was kept out of training`);
}

function cardOf(name: string): string {
  return `${folder}${name}.json`;
}
