/**
 * What stands before the reader's program in its script: the library, the console and the runner.
 * It takes all that it needs before the program begins, which may change whatever it finds.
 */
import * as library from '#lib/index.ts';
import { longestText, mostPrinted } from '../../outcome.ts';
import type { Message } from '../message.ts';
import { guardAllocations } from './allocation.ts';
import { lineOf, sentenceOf, type Starts } from './fault.ts';
import { guardGlobals } from './guard.ts';
import { summaryOf } from './summary.ts';
import { printedText } from './text.ts';

const OwnPromise = Promise;
/** Of a cell: its lines, its values, its statements. */
const mostMessages = 1000;

/** What the program calls: see `components/cells/program/`. */
interface Runner {
  start(cell: number): void;
  at(line: number): void;
  value(value: unknown, name?: string): void;
  end(): Promise<void>;
  fail(error: unknown): void;
  library(name: string, line: number): unknown;
}

/** Waits until the page hands over a port, which the reader's code never sees, and runs the program. */
export function runCells(starts: Starts, program: (runner: Runner) => Promise<void>): void {
  addEventListener('message', ({ ports: [port] }) => void run(port!, starts, program), { once: true });
}

async function run(port: MessagePort, starts: Starts, program: (runner: Runner) => Promise<void>): Promise<void> {
  const post = port.postMessage.bind(port) as (message: Message) => void;
  let told = 0;
  // The program's code can call its runner as often as it likes; the page is told so much, and no more.
  const tell = (message: Message): void => {
    if (told++ < mostMessages * (starts.length + 1)) post(message);
  };
  const now = performance.now.bind(performance);
  const channel = new MessageChannel();
  const knock = channel.port1.postMessage.bind(channel.port1);
  let onKnock: (() => void) | undefined;
  channel.port2.onmessage = () => onKnock?.();
  port.onmessage = () => tell({ kind: 'waiting' });

  let cell = 0;
  let began = 0;
  let line = 1;
  let printed = 0;
  let leftOut = 0;
  let stray: { readonly error: unknown } | undefined;
  const catchStray = (event: Event & { reason?: unknown; error?: unknown }): void => {
    event.preventDefault();
    stray ??= { error: 'reason' in event ? event.reason : event.error };
  };
  addEventListener('unhandledrejection', catchStray);
  addEventListener('error', catchStray);

  const finish = (kind: 'done' | 'failed'): void => tell({ kind, cell, ms: now() - began, leftOut });
  const print = (...values: unknown[]): void => {
    if (printed >= mostPrinted) {
      if (leftOut++ === 0) tell({ kind: 'flood', cell });
      return;
    }
    printed++;
    let text = '';
    for (let i = 0; i < values.length && text.length < longestText; i++)
      text += `${i > 0 ? ' ' : ''}${printedText(values[i])}`;
    tell({ kind: 'output', cell, output: { kind: 'printed', text } });
  };
  const fail = (error: unknown): void => {
    const message = sentenceOf(error, printedText);
    tell({ kind: 'output', cell, output: { kind: 'error', message, line: lineOf(error, cell, starts) ?? line } });
    finish('failed');
  };

  const global = globalThis as unknown as Record<string, unknown>;
  // An error tells ten calls of its way, and the reader's own line may lie deeper.
  Error.stackTraceLimit = 200;
  global['console'] = { log: print, info: print, warn: print, error: print, debug: print, dir: print, table: print };
  guardGlobals(global);
  guardAllocations(global);

  try {
    await program({
      start(next) {
        cell = next;
        line = 1;
        printed = leftOut = 0;
        tell({ kind: 'at', cell, line });
        began = now();
      },
      at(next) {
        line = next;
        tell({ kind: 'at', cell, line });
      },
      value(value, name) {
        if (value !== undefined && typeof value !== 'function')
          tell({ kind: 'output', cell, output: summaryOf(value, name) });
      },
      async end() {
        const ms = now() - began;
        // Promises that nobody caught are told of a turn later, and belong to this cell.
        for (let turn = 0; turn < 2; turn++)
          await new OwnPromise<void>((resolve) => {
            onKnock = resolve;
            knock(0);
          });
        const caught = stray;
        stray = undefined;
        if (caught) throw caught.error;
        tell({ kind: 'done', cell, ms, leftOut });
      },
      fail,
      library(name, at) {
        line = at;
        if (name === '*') return library;
        if (name in library) return library[name as keyof typeof library];
        throw new SyntaxError(`The library has nothing by the name of ‘${name}’.`);
      },
    });
  } catch (error) {
    fail(error);
  }
  tell({ kind: 'end' });
}
