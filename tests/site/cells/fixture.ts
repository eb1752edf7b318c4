/** The bare page's script. */
import type { AtHand, Outcome } from '../../../components/cells/outcome.ts';
import { openFrame } from '../../../components/cells/run/frame.ts';
import { runInPage } from '../../../components/cells/run/run-in-page.ts';

declare global {
  interface Window {
    runCells: (
      sources: readonly string[],
      options?: {
        readonly limit?: number;
        readonly stopAfter?: number;
        /** The cell after which the frame is lost, with its worker. */
        readonly loseAfter?: number;
        readonly atHand?: AtHand;
      },
    ) => Promise<readonly Outcome[]>;
    /** Runs a script in a worker of the frame as it is, with nothing taken from it, and gives the first message that it posts to its port. */
    runBare: (script: string) => Promise<unknown>;
  }
}

window.runBare = async (script) => {
  const frame = await openFrame();
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
  frame.contentWindow!.postMessage(script, '*', [new MessageChannel().port1, port2]);
  return answer.finally(() => frame.remove());
};

window.runCells = async (sources, { limit = 5000, stopAfter, loseAfter, atHand = {} } = {}) => {
  const cells = sources.map((source, index) => ({ id: `cell-${index + 1}`, source }));
  const arrived: Outcome[] = [];
  const reader = new AbortController();
  const outcomes = await runInPage(cells, atHand, {
    limit,
    signal: reader.signal,
    onOutcome: (outcome) => {
      arrived.push(outcome);
      if (stopAfter === outcome.cell) reader.abort();
      if (loseAfter === outcome.cell) document.querySelectorAll('iframe').forEach((frame) => frame.remove());
    },
  });
  if (JSON.stringify(arrived) !== JSON.stringify(outcomes)) throw new Error('The outcomes did not arrive one by one.');
  return outcomes;
};
