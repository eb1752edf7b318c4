/// <reference lib="webworker" />

/** The worker's side of a figure's finding: answers each state with what `read` finds for it. */
export function serve<State, Reading>(read: (state: State) => Reading): void {
  addEventListener('message', ({ data }: MessageEvent<State>) => {
    try {
      postMessage({ reading: read(data) });
    } catch (error) {
      postMessage({ failed: (error as Error).message });
    }
  });
}
