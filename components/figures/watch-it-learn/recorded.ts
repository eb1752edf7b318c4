import recorded from './recorded.json' with { type: 'json' };
import { nameOf, type Run, type Setting } from './run.ts';

/** Runs that were made before, as the page's own worker makes them: a test makes them again. */
const runs = new Map((recorded as readonly Run[]).map((run) => [nameOf(run), run]));

/** @returns Nothing where the reader has to train it. */
export function recordedRun(setting: Setting): Run | undefined {
  return runs.get(nameOf(setting));
}
