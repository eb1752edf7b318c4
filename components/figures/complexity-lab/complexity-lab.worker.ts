/// <reference lib="webworker" />
import { implementations, runInputs } from '#lib/complexity/implementations.ts';
import { sweep } from '#lib/complexity/sweep.ts';
import { holdLife } from '../../worker-life.ts';
import type { Ask, Told } from './protocol.ts';

const say = (told: Told): void => postMessage(told);
const standard = implementations.find(({ id }) => id === 'standard')!;

holdLife();
addEventListener('message', ({ data: { d, limit, hold } }: MessageEvent<Ask>) => {
  let longest: number | undefined;
  for (const step of sweep(implementations, d, { clock: () => performance.now(), limit })) {
    if (step.type === 'point' && step.id === standard.id) longest = step.n;
    say(step);
  }
  if (hold && longest !== undefined) {
    // Where it can be reached, so that it is there while the browser is asked how much it is.
    Object.assign(globalThis, { held: standard.run(runInputs(longest, d)) });
    say({ type: 'holding', n: longest });
  } else say({ type: 'done' });
});
