/// <reference lib="webworker" />
import { holdLife } from '../worker-life.ts';

/** The worker's side of a figure's finding: answers each state with what `read` finds for it. */
export function serve<State, Reading>(read: (state: State) => Reading): void {
  holdLife();
  addEventListener('message', ({ data }: MessageEvent<State>) => {
    try {
      postMessage({ reading: read(data) });
    } catch (error) {
      postMessage({ failed: (error as Error).message });
    }
  });
}
