/** Why a program was stopped by the clock, in a sentence. */
export function stoppedAfter(limit: number, isWaiting: boolean): string {
  const time = `${limit / 1000} s`;
  return isWaiting
    ? `Stopped after ${time}: it was still waiting for a promise that did not settle.`
    : `Stopped after ${time}: it was still at work. Is there a loop that does not end?`;
}

export const unbegun = 'The program did not begin: this browser, or something in it, does not let cells run.';
