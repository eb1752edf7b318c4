/** `npm run record:learning`: trains the runs that the figure shows before the reader trains one. */
import { writeFileSync } from 'node:fs';
import { budget, carriedOn, type Setting } from '../../components/figures/watch-it-learn/run.ts';
import { train } from '../../components/figures/watch-it-learn/train.ts';

const settings = (['reverse', 'recall'] as const).flatMap((task) =>
  [1, 2].map((layers): Setting => ({ task, layers, seed: 1 })),
);
const runs = settings.map((setting) => carriedOn(setting, undefined, train({ ...setting, from: 0, steps: budget })));
writeFileSync(
  new URL('../../components/figures/watch-it-learn/recorded.json', import.meta.url),
  `[\n${runs.map((run) => JSON.stringify(run)).join(',\n')}\n]\n`,
);
