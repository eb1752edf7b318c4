import { Worker } from 'node:worker_threads';
import type { AtHand, Cell, Outcome } from '../../components/cells/outcome.ts';
import type { Fault } from '../../components/cells/program/cell.ts';
import { buildProgram } from '../../components/cells/program/program.ts';
import { Collector } from '../../components/cells/run/collect.ts';
import { placeOf, scriptOf } from '../../components/cells/run/script.ts';
import { sayAtBuild } from '../strings.ts';
import { packRuntime } from './pack.ts';

/**
 * Runs the cells of a page as a reader's browser does: the same script, in a thread and a context of
 * its own that has the language and nothing of Node. The page's own cells run here, not a stranger's:
 * it is made alike, not made safe.
 *
 * @param limit Milliseconds after which it is stopped.
 */
export async function runInNode(
  cells: readonly Cell[],
  atHand: AtHand = {},
  { limit = 5000 }: { readonly limit?: number } = {},
): Promise<readonly Outcome[]> {
  const runtime = await packRuntime();
  const faults = new Map<number, Fault>();
  for (;;) {
    const program = buildProgram(cells, atHand, faults);
    const ran = await runScript(scriptOf(runtime, program), new Collector(cells.length, program.faults), limit);
    if ('outcomes' in ran) return ran.outcomes;
    const place = placeOf(ran.line, runtime, program);
    if (!place) throw new Error(`The program of the cells cannot be read: ${ran.message}`);
    faults.set(place.cell, { message: ran.message, line: place.line });
  }
}

type Ran = { readonly outcomes: readonly Outcome[] } | { readonly message: string; readonly line: number };

/** What a thread does with a script: a context as bare as a worker's becomes, and one message with a port. */
const thread = `
const { createContext, Script } = require('node:vm');
const { parentPort, workerData } = require('node:worker_threads');
const listeners = {};
const context = createContext({
  addEventListener: (type, listener) => { listeners[type] = listener; },
  setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, performance, structuredClone, MessageChannel,
});
process.on('unhandledRejection', (reason) => listeners.unhandledrejection({ reason, preventDefault() {} }));
process.on('uncaughtException', (error) => listeners.error({ error, preventDefault() {} }));
let script;
try {
  script = new Script(workerData, { filename: 'cells.js' });
} catch (error) {
  parentPort.postMessage({ kind: 'unreadable', message: error.message, stack: error.stack });
}
if (script) {
  script.runInContext(context);
  listeners.message({ ports: [parentPort] });
}
`;

/** How long a thread that is not at work takes to answer, at the most. */
const moment = 500;

async function runScript(script: string, collector: Collector, limit: number): Promise<Ran> {
  const worker = new Worker(thread, { eval: true, workerData: script, stdout: true, stderr: true });
  return new Promise<Ran>((resolve, reject) => {
    const end = (ran: Ran): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(ran);
    };
    const onLimit = (): void => {
      worker.postMessage(0);
      timer = setTimeout(
        () => end({ outcomes: collector.finish(sayAtBuild('stillAtWork', { seconds: limit / 1000 })) }),
        moment,
      );
    };
    let timer: NodeJS.Timeout | undefined;
    worker.on('error', reject);
    worker.on('message', (message: { kind: string; message: string; stack: string }) => {
      timer ??= setTimeout(onLimit, limit);
      if (message.kind === 'waiting')
        end({ outcomes: collector.finish(sayAtBuild('stillWaiting', { seconds: limit / 1000 })) });
      else if (message.kind === 'unreadable')
        end({ message: `SyntaxError: ${message.message}`, line: Number(/^cells\.js:(\d+)/.exec(message.stack)?.[1]) });
      else if (collector.take(message)) end({ outcomes: collector.finish() });
    });
  });
}
