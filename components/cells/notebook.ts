import { withBase } from '../base.ts';
import { LateCode } from '../figure/late-code.ts';
import { readAddress } from '../figure/state/address.ts';
import { say as sayInAddress } from '../figure/state/permalink.ts';
import { fetchOnce } from '../model/fetch-once.ts';
import { keep, recall } from '../prose/kept.ts';
import { say } from '../say.ts';
import type { Reading } from '#lib/encoder/reading.ts';
import { pageSentence } from '../sentence/page-sentence.ts';
import { atHandOf } from './at-hand.ts';
import { partOf, saidIn, sayIn, type CellElement } from './cell-element.ts';
import type { Editor } from './editor/editor.ts';
import { fillMenu } from './menu.ts';
import { addressName, idOf, keptName, keptPace } from './names.ts';
import type { Outcome } from './outcome.ts';
import { outputOf, outputWidth } from './output.ts';
import { unpackChanges, type Changes } from './packed.ts';

const running = new LateCode('runner', () => import('./run/run-in-page.ts'));
const editing = new LateCode('editor', () => import('./editor/editor.ts'));

/** How long a reader pauses in typing before the cells run, in milliseconds. */
const pause = 600;
/** A run that is over sooner shows nothing of itself: nothing is to flicker. */
const soon = 200;

/** The cells of the page: what the reader has made of them, and what a run from the top gives. */
class Notebook {
  readonly cells = [...document.querySelectorAll<CellElement>('code-cell')];
  readonly #own = new Map(this.cells.map((cell) => [cell, cell.code]));
  readonly #editors = new Map<CellElement, Promise<Editor>>();
  #run: AbortController | undefined;
  #hasRun = false;
  /** Code is put in that is not the reader's own typing. */
  #isFilling = false;
  /** Changes came by the address, and are not kept before the reader makes one. */
  #isVisitor = false;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    pageSentence.addEventListener('change', () => {
      if (!this.#hasRun) return;
      this.#outdate(this.cells[0]!);
      this.#runLater(this.cells[0]!);
    });
  }

  /** Whether an edit runs by itself. */
  get isEager(): boolean {
    return recall(keptPace) === undefined;
  }

  set isEager(isEager: boolean) {
    keep(keptPace, isEager ? undefined : 'yes');
    if (isEager) void this.run(this.cells.find(({ classList }) => classList.contains('stale')));
  }

  isChanged(cell: CellElement): boolean {
    return cell.code !== this.#own.get(cell);
  }

  get changes(): Changes {
    return Object.fromEntries(this.cells.filter((cell) => this.isChanged(cell)).map((cell) => [idOf(cell), cell.code]));
  }

  /** The button runs, and stops what runs. */
  toggle(cell: CellElement): void {
    if (document.documentElement.classList.contains('cells-run')) this.#run?.abort();
    else void this.run(cell);
  }

  offer(cell: CellElement): void {
    fillMenu(cell, this);
  }

  /** Runs all cells from the top, for the sake of one, which said something when that was asked for. */
  async run(cell = this.cells[0]!, before = saidIn(cell)): Promise<void> {
    clearTimeout(this.#typing);
    this.#run?.abort();
    const run = (this.#run = new AbortController());
    const waiting = setTimeout(() => this.#showRunning(true), soon);
    try {
      const [{ runInPage }, reading] = await Promise.all([running.fetch(), readSentence()]);
      if (run.signal.aborted) return;
      this.#hasRun = true;
      const cells = this.cells.map(({ code, dataset }, index) => ({
        id: idOf(this.cells[index]!),
        source: code,
        meantToFail: dataset['fails'] !== undefined,
      }));
      const outcomes = await runInPage(cells, atHandOf(reading), {
        signal: run.signal,
        onOutcome: (outcome) => {
          if (this.#run === run) this.#show(outcome);
        },
      });
      if (this.#run === run) {
        const wrong = outcomes.findLast((outcome) => this.#isWrong(outcome));
        // Under its own code a reader sees the error, and nothing is to move while one types.
        const isSeen = wrong !== undefined && wrong.cell !== this.cells.indexOf(cell);
        // What an act of the reader was answered meanwhile stays.
        if (wrong || saidIn(cell) === before) sayIn(cell, wrong ? toldOf(wrong) : say('cellsRan'), { isSeen });
      }
    } catch (error) {
      if (this.#run === run) sayIn(cell, (error as Error).message);
    } finally {
      clearTimeout(waiting);
      if (this.#run === run) {
        this.#run = undefined;
        this.#showRunning(false);
      }
    }
  }

  /** Whether it kept the cells after it from running. */
  #isWrong({ cell, state }: Outcome): boolean {
    return state === 'stopped' || (state === 'failed' && this.cells[cell]!.dataset['fails'] === undefined);
  }

  #showRunning(isRunning: boolean): void {
    document.documentElement.classList.toggle('cells-run', isRunning);
    for (const cell of this.cells) partOf(cell, '.run').textContent = say(isRunning ? 'stop' : 'run');
  }

  #show(outcome: Outcome): void {
    const cell = this.cells[outcome.cell]!;
    partOf(cell, '> .output').replaceWith(outputOf(outcome, { document, width: outputWidth }, say));
    cell.classList.remove('stale');
    const { ms } = outcome;
    partOf(cell, '.took').textContent = ms === undefined ? '' : ms < 1 ? '<1 ms' : `${Math.round(ms)} ms`;
  }

  /** Puts an editor in the place of the listing, where the reader has pressed. */
  async edit(cell: CellElement, at?: MouseEvent): Promise<void> {
    const chosen = chosenIn(partOf(cell, '> pre'));
    const isHere = document.activeElement;
    const editor = await this.#editorOf(cell);
    // Who has gone on to something else meanwhile is not called back.
    if (document.activeElement === isHere || document.activeElement === document.body) editor?.focus(chosen ?? at);
  }

  async #editorOf(cell: CellElement): Promise<Editor | undefined> {
    const made = this.#editors.get(cell) ?? this.#make(cell);
    this.#editors.set(cell, made);
    try {
      return await made;
    } catch (error) {
      this.#editors.delete(cell);
      sayIn(cell, (error as Error).message);
      return undefined;
    }
  }

  async #make(cell: CellElement): Promise<Editor> {
    const { makeEditor } = await editing.fetch();
    const index = this.cells.indexOf(cell);
    const listing = partOf(cell, '> pre');
    const named = document.querySelectorAll('.astro-code [data-concept]');
    const editor = makeEditor({
      code: cell.code,
      label: say('codeOfCell', { number: index + 1, count: this.cells.length }),
      codeBefore: () =>
        this.cells
          .slice(0, index)
          .map(({ code }) => code)
          .join('\n'),
      concepts: new Map(Array.from(named, (each) => [each.textContent, each.getAttribute('data-concept')!])),
      onChange: (code) => this.#change(cell, code),
      onRun: () => void this.run(cell),
    });
    listing.hidden = true;
    listing.after(editor.element);
    return editor;
  }

  #change(cell: CellElement, code: string): void {
    cell.code = code;
    this.#mark(cell);
    if (this.#isFilling) return;
    // From here on these are the reader's own, and an address that brought some says nothing of them any more.
    const own = this.#isVisitor ? this.cells : [cell];
    for (const each of own) keep(keptName(each), this.isChanged(each) ? each.code : undefined);
    if (this.#isVisitor) sayInAddress(addressName, new Map());
    this.#isVisitor = false;
    sayIn(cell, '');
    this.#runLater(cell);
  }

  #runLater(cell: CellElement): void {
    clearTimeout(this.#typing);
    if (this.isEager) this.#typing = setTimeout(() => void this.run(cell, ''), pause);
  }

  /** What stands under a cell and those after it is of other code than theirs, until they have run. */
  #mark(cell: CellElement): void {
    const isChanged = this.isChanged(cell);
    partOf(cell, '.changed').hidden = !isChanged;
    cell.classList.toggle('is-changed', isChanged);
    this.#outdate(cell);
  }

  #outdate(first: CellElement): void {
    for (const each of this.cells.slice(this.cells.indexOf(first))) {
      each.classList.add('stale');
      partOf(each, '.took').textContent = '';
    }
  }

  /** Gives a cell other code, which can be undone. */
  async set(cell: CellElement, code = this.#own.get(cell)!): Promise<void> {
    if (cell.code !== code) (await this.#editorOf(cell))?.replace(code);
  }

  async restoreAll(): Promise<void> {
    await Promise.all(this.cells.map((cell) => this.set(cell)));
  }

  /** Puts in what is kept on this machine, or what the address brings, which counts for more; then runs it. */
  async begin(): Promise<void> {
    const packed = readAddress(location.hash).values.get(addressName);
    const kept = this.cells.flatMap((cell) => {
      const code = recall(keptName(cell));
      return code === undefined ? [] : [[idOf(cell), code] as const];
    });
    let changes: Changes = Object.fromEntries(kept);
    if (packed !== undefined)
      try {
        changes = await unpackChanges(packed);
      } catch {
        sayIn(this.cells[0]!, say('cellsUnread'));
        return;
      }
    const changed = this.cells.filter((cell) => (changes[idOf(cell)] ?? this.#own.get(cell)) !== cell.code);
    const editors = await Promise.all(changed.map((cell) => this.#editorOf(cell)));
    this.#isFilling = true;
    changed.forEach((cell, index) => editors[index]?.replace(changes[idOf(cell)] ?? this.#own.get(cell)!));
    this.#isFilling = false;
    this.#isVisitor = packed !== undefined;
    await this.run(changed[0]);
  }
}

/**
 * The page's sentence with what a head makes of it: the reader's own where the model has come to read it, or is
 * kept on this machine; else the one that the page was built with.
 *
 * @throws Error with a sentence for the reader, when neither can be had.
 */
async function readSentence(): Promise<Reading> {
  const built = await fetchOnce<Reading>(withBase('/figures/workings.json'));
  if (!built) throw new Error(say('noCellNumbers'));
  if (!pageSentence.current && pageSentence.hasOther(built.text)) await pageSentence.start();
  const of = pageSentence.current?.text ?? built.text;
  const isReadable = of !== built.text && (await pageSentence.missing(['maps'])).length === 0;
  return isReadable ? pageSentence.read({ of }) : built;
}

/** The part of a listing that the reader has chosen, from where to where. */
function chosenIn(listing: HTMLElement): readonly [number, number] | undefined {
  const chosen = getSelection();
  if (!chosen || chosen.isCollapsed || !listing.contains(chosen.anchorNode)) return undefined;
  const before = chosen.getRangeAt(0).cloneRange();
  const length = before.toString().length;
  before.setEnd(before.startContainer, before.startOffset);
  before.setStart(listing, 0);
  const start = before.toString().length;
  return [start, start + length];
}

const toldOf = ({ cell, state }: Outcome): string =>
  say(state === 'failed' ? 'cellFailed' : 'cellStopped', { number: cell + 1 });

export const notebook = new Notebook();
export type { Notebook };
