/**
 * Runs the cells of a page in the page.
 *
 * Threat model: a cell's code may be a stranger's, come by a link, and mean harm. It must reach neither
 * the page nor the site's storage nor the network, and the page must stay usable whatever it does. What
 * holds it, from the outside in:
 *
 * - a sandboxed frame without an origin, whose policy loads nothing and connects to nothing (`frame.ts`);
 * - a fresh worker in it for each run, which inherits that policy: no eval, no DOM, and it can be ended
 *   while it is at work (here);
 * - all that a worker has beyond the language is taken away before the program begins, the way to the
 *   frame too, and large allocations are refused (`worker/`);
 * - what it tells comes by a port that the program's code cannot find, at most some hundred short messages
 *   a cell, each of which is checked and cut before it counts (`collect.ts`). It is shown as text.
 *
 * A program can say what it likes about its own results: nobody but its reader is told them.
 */
import { runtimeFile } from 'virtual:cells';
import { withBase } from '../../base.ts';
import { say } from '../../say.ts';
import type { AtHand, Cell, Outcome } from '../outcome.ts';
import type { Fault } from '../program/cell.ts';
import { buildProgram, readAhead } from '../program/program.ts';
import { Collector } from './collect.ts';
import { openFrame } from './frame.ts';
import { placeOf, scriptOf } from './script.ts';

export interface PageRun {
  /** Called for each cell, in their order, as soon as it is through. */
  readonly onOutcome?: (outcome: Outcome) => void;
  /** Milliseconds after which the program is stopped. */
  readonly limit?: number;
  /** Stops the program when the reader says so. */
  readonly signal?: AbortSignal;
}

let runtime: Promise<string> | undefined;
/** A frame whose last program came to its end. */
let idle: HTMLIFrameElement | undefined;

/**
 * @returns What stands under each cell, also of those that could not run.
 * @throws Error when the library for cells cannot be had; the next call asks for it again.
 */
export async function runInPage(
  cells: readonly Cell[],
  atHand: AtHand,
  { onOutcome, limit = 5000, signal }: PageRun = {},
): Promise<readonly Outcome[]> {
  runtime ??= fetchRuntime();
  runtime.catch(() => (runtime = undefined));
  for (const { source } of cells) if (readAhead(source)) await breathe();
  const library = await runtime;
  const faults = new Map<number, Fault>();
  for (;;) {
    const program = buildProgram(cells, atHand, faults);
    const collector = new Collector(cells.length, program.faults, onOutcome);
    const unreadable = await runScript(scriptOf(library, program), collector, limit, signal);
    if (!unreadable) return collector.outcomes;
    const place = placeOf(unreadable.line, library, program);
    if (!place || faults.has(place.cell)) throw new Error(say('programUnread', { error: unreadable.message }));
    faults.set(place.cell, { message: unreadable.message, line: place.line });
  }
}

/** Lets the page do what else it has to. A clock would wait longer each time. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

async function fetchRuntime(): Promise<string> {
  const answer = await fetch(withBase(`/${runtimeFile}`));
  if (!answer.ok) throw new Error(say('noCellLibrary'));
  return answer.text();
}

/** How long a worker may take to begin, on a machine that is busy. */
const patience = 10_000;
/** How long one that is not at work takes to answer, at the most. */
const moment = 500;

/** @returns Nothing where it ran, to whatever end; or why, and at which line, the engine cannot read the script. */
async function runScript(
  script: string,
  collector: Collector,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<{ readonly message: string; readonly line: number } | undefined> {
  const frame = idle ?? (await openFrame());
  idle = undefined;
  const control = new MessageChannel();
  const { port1: port, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    let isOver = false;
    const over = (isClean: boolean, unreadable?: { readonly message: string; readonly line: number }): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      port.close();
      // A program that has not come to its end goes with its frame, whatever it is at.
      if (isClean && !idle) {
        control.port1.postMessage(0);
        idle = frame;
      } else frame.remove();
      resolve(unreadable);
    };
    const stop = (why: string): void => {
      if (isOver) return;
      collector.finish(why);
      over(false);
    };
    const onAbort = (): void => stop(say('stopped'));
    const onLimit = (): void => {
      port.postMessage(0);
      timer = setTimeout(() => stop(say('stillAtWork', { seconds: limit / 1000 })), moment);
    };
    let timer = setTimeout(() => stop(say('notBegun')), patience);
    if (signal?.aborted) onAbort();
    signal?.addEventListener('abort', onAbort);

    control.port1.onmessage = ({ data }: MessageEvent<{ readonly message: string; readonly line: number }>) =>
      collector.hasBegun ? undefined : over(true, { ...data, message: data.message.replace(/^Uncaught /, '') });
    port.onmessage = ({ data }: MessageEvent<{ readonly kind?: string } | null>) => {
      if (isOver) return;
      if (!collector.hasBegun) {
        clearTimeout(timer);
        timer = setTimeout(onLimit, limit);
      }
      if (data?.kind === 'waiting') stop(say('stillWaiting', { seconds: limit / 1000 }));
      else if (collector.take(data)) {
        collector.finish();
        over(true);
      }
    };
    if (!isOver) frame.contentWindow!.postMessage(script, '*', [control.port2, port2]);
  });
}
