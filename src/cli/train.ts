/**
 * `npm run train`: trains the models of this repository and writes their weights, with a card beside each. A model
 * whose card is there is left alone, so that a training that was cut short goes on where it was; delete a card to
 * train its model again.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '../../lib/random.ts';
import { fast } from '../../lib/training/fast.ts';
import { readModel, writeModel } from '../../lib/training/file.ts';
import { drawHeldOut, measuredOn } from '../../lib/training/translation/corpus.ts';
import { measureTranslation } from '../../lib/training/translation/measure.ts';
import { trainTranslator, translationRecipe } from '../../lib/training/translation/train.ts';

const folder = fileURLToPath(new URL('../../content/models/', import.meta.url));
const kinds = [
  ['attention', 'every state'],
  ['fixed', 'the last state'],
] as const;
const seeds = [1, 2, 3, 4, 5];
const budgets = [400, 800, 1600];

const math = fast();
const pairs = drawHeldOut(measuredOn.each, seededRandom(measuredOn.seed));
const runs = budgets.flatMap((steps) =>
  seeds.flatMap((seed) => kinds.map(([kind, sees]) => ({ kind, sees, seed, steps }))),
);
const left = runs.filter(({ kind, seed, steps }) => !existsSync(cardOf(kind, seed, steps)));
const stepsLeft = left.reduce((sum, { steps }) => sum + steps, 0);
console.log(`${runs.length - left.length} of ${runs.length} models are there; ${stepsLeft} steps are left.`);
mkdirSync(folder, { recursive: true });

const began = performance.now();
let done = 0;
for (const { kind, sees, seed, steps } of left) {
  const model = trainTranslator(math, sees, seed, steps, (step, loss) => {
    done++;
    if (step % 100 > 0) return;
    const minutes = ((performance.now() - began) / 60_000 / done) * (stepsLeft - done);
    console.log(
      `${kind} ${seed}, step ${step} of ${steps}: loss ${loss.toFixed(3)}; about ${minutes.toFixed(0)} min left in all`,
    );
  });
  // What is measured is what is kept: the rounded weights.
  const bytes = writeModel(model.parameters);
  readModel(bytes, model.parameters);
  const { right, byLength, aligned } = measureTranslation(math, model, pairs);
  const card = {
    model: 'translation',
    kind,
    seed,
    steps,
    ...translationRecipe,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    heldOut: measuredOn,
    right,
    byLength,
    ...(kind === 'attention' ? { aligned } : {}),
  };
  const name = `translation-${kind}-${seed}-${steps}`;
  // The weights of the largest budget are kept; of the smaller ones, what they could do.
  if (steps === budgets.at(-1)) writeFileSync(`${folder}${name}.bin`, bytes);
  writeFileSync(cardOf(kind, seed, steps), `${JSON.stringify(card, null, 2)}\n`);
  console.log(`${name}: ${(100 * right).toFixed(0)} % of ${pairs.length} held-out sentences right`);
}

function cardOf(kind: string, seed: number, steps: number): string {
  return `${folder}translation-${kind}-${seed}-${steps}.json`;
}
