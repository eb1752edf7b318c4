import { say as inWords } from '../say.ts';
import { listenForActs, type Act } from './acts.ts';
import { refill, showBody } from './body.ts';
import { changeBy, needsShown } from './change.ts';
import { putBackControls, showControls } from './controls.ts';
import { originOf, type AnyFigure, type Finding } from './definition.ts';
import { Drawings, type AnyDrawing } from './drawings.ts';
import { markedFields } from './drawn.ts';
import { Finder } from './finder.ts';
import { LateCode } from './late-code.ts';
import { numberTable } from './number-table.ts';
import { take } from './share/take.ts';
import type { Taken } from './share/taken.ts';
import { onAddress, say } from './state/permalink.ts';
import { defaultsOf, readState, writeState } from './state/state.ts';
import type { Schema, State } from './state/fields.ts';
import { onRedraw } from './redraw.ts';
import { Player } from './player.ts';
import { whenTouched } from './touched.ts';

type AnyState = State<Schema>;

/** What stands in the page: a state, what was found out for it, and what follows. */
interface Drawn {
  readonly state: AnyState;
  readonly reading: unknown;
  readonly shown: unknown;
}

/** The numbers are written down when the reader's hand rests. */
const rest = 120;

/**
 * Takes a figure over from the build when a reader touches it, an address speaks of it, or the
 * page changes under it. All that a reader sees follows from one state; an act changes the state,
 * and once a frame what is shown follows. What cannot be had leaves all as it was, with a sentence.
 */
export class LiveFigure extends HTMLElement {
  /** Where the definition comes from; set by {@link live}. */
  protected load!: () => Promise<{ readonly default: AnyFigure }>;
  readonly #code = new LateCode('figureCode', () => this.load());
  #figure: AnyFigure | undefined;
  #begun: Promise<void> | undefined;
  /** Acts that came before the definition did. */
  readonly #early: Act[] = [];
  #defaults: AnyState = {};
  #state: AnyState = {};
  #drawn: Drawn | undefined;
  #drawings: Drawings | undefined;
  #turn = 0;
  #frame = 0;
  #showing: Promise<void> = Promise.resolve();
  #resting: ReturnType<typeof setTimeout> | undefined;
  #isSaid = false;
  #player: Player | undefined;
  #finder: Finder | undefined;
  /** What the page itself holds for the figure. */
  #carried: unknown;

  connectedCallback(): void {
    listenForActs(this, (act) => this.#take(act));
    whenTouched(this, () => void this.begin());
    onAddress((values) => this.#hear(values));
  }

  disconnectedCallback(): void {
    this.pause();
  }

  /** The figure's definition, once it has come. */
  protected get figure(): AnyFigure | undefined {
    return this.#figure;
  }

  protected get state(): AnyState {
    return this.#state;
  }

  protected get drawn(): Drawn | undefined {
    return this.#drawn;
  }

  /** What has to be found out for a state; nothing where the reader has to be asked first. */
  protected read(state: AnyState): unknown {
    const { reading } = this.dataset;
    if (reading !== undefined) return (this.#carried ??= JSON.parse(reading) as unknown);
    const { finding } = this.#figure!;
    if (!finding) return null;
    this.#finder ??= new Finder(finding as Finding<Schema, unknown>);
    return this.#finder.read(state);
  }

  /** Whether the build drew with this reading. */
  protected isAsBuilt(_: unknown): boolean {
    return true;
  }

  /** Whether what is shown is what the address asks for, so that it may be written there. */
  protected mayBeSaid(): boolean {
    return true;
  }

  /** The state as far as there is room for it. */
  protected fitted(state: AnyState, reading: unknown): AnyState {
    const { fit } = this.#figure!;
    return fit ? (fit(state, reading) as AnyState) : state;
  }

  /** Shows what stands in the figure beside what its definition draws. */
  protected showOwn(_: unknown): void {}

  /** Takes the figure over, once; where its code cannot be had, the next act tries again. */
  protected begin(): Promise<void> {
    this.#begun ??= this.#code.fetch().then(
      ({ default: figure }) => {
        this.#figure = figure;
        this.#defaults = defaultsOf(figure.state as Schema, JSON.parse(this.dataset['state'] ?? '{}') as AnyState);
        this.#state = this.#defaults;
        this.#drawings = new Drawings(this, figure);
        onRedraw(this.#drawings.places, () => this.#drawn && this.#drawings!.resize(this.#drawn.shown));
        this.set({});
        this.#takeEarly();
      },
      (error: Error) => {
        this.#begun = undefined;
        this.#early.length = 0;
        putBackControls(this);
        notify(this, 'failed', error.message);
      },
    );
    return this.#begun;
  }

  /** Does what needs the definition; where its code cannot be had, that has been said, and nothing is done. */
  protected async whenBegun(act: () => void): Promise<void> {
    await this.begin();
    if (this.#figure) act();
  }

  /** Changes the state; what is shown follows in the next frame. */
  protected set(change: AnyState): void {
    const schema = (this.#figure?.state ?? {}) as Schema;
    // As a link to it would say it, so that a reopened figure is the same to the last digit.
    const written = Object.entries(change).map(([name, value]) => [
      name,
      schema[name]?.read(schema[name].write(value)) ?? value,
    ]);
    this.#state = { ...this.#state, ...Object.fromEntries(written) };
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => (this.#showing = this.#show()));
  }

  /** Resolves when what was asked for is shown and listed, so that what is taken along is what stands there. */
  async settled(): Promise<void> {
    await new Promise(requestAnimationFrame);
    await this.#showing;
    if (this.#resting !== undefined) this.#list();
  }

  /**
   * What is taken along of the figure as it stands.
   *
   * @throws Error with a sentence for the reader, where it cannot be had.
   */
  async taken(): Promise<Taken> {
    await this.begin();
    await this.settled();
    if (!this.#drawn) throw new Error(inWords('noNumbers'));
    const sentence = this.sentenceOf(this.#drawn.reading);
    return take(this.dataset['figure']!, this.#figure!, { ...this.#drawn, sentence });
  }

  /** The sentence that a reading is of. */
  protected sentenceOf(_: unknown): string | undefined {
    return undefined;
  }

  /** What the page gives this figure has changed. */
  protected refresh(): void {
    if (this.#figure) this.set({});
    else void this.begin();
  }

  /** An act waits for what it needs: the definition, and but for a control, something shown. */
  #take(act: Act): void {
    if (!this.#figure || (needsShown(act) && !this.#drawn)) {
      this.#early.push(act);
      void this.begin();
      return;
    }
    if (act.kind === 'press' && act.button.name === 'play') {
      this.#player ??= new Player(act.button, this.#figure, (change) => this.set(change));
      return this.#player.press(this.#state, this.#drawn!.shown);
    }
    this.pause();
    const change = changeBy(this.#figure, this.#state, this.#drawn?.shown, act);
    if (change) this.set(change);
  }

  /** Stops the play. */
  protected pause(): void {
    this.#player?.pause();
  }

  #takeEarly(): void {
    for (const act of this.#early.splice(0)) this.#take(act);
  }

  /** Shows what follows from the state; of several that are asked for, the last. */
  async #show(): Promise<void> {
    const turn = ++this.#turn;
    const figure = this.#figure!;
    const wished = this.#state;
    try {
      const found = this.read(wished);
      const reading = found instanceof Promise ? ((await found) as unknown) : found;
      if (turn !== this.#turn || reading === undefined) return;
      const state = this.fitted(wished, reading);
      const shown: unknown = figure.compute(state, reading);
      this.#draw({ state, reading, shown });
      notify(this, 'failed', '');
    } catch (error) {
      if (turn !== this.#turn) return;
      if (this.#drawn) {
        this.#state = this.#drawn.state;
        showControls(this, figure, this.#state, this.#drawn.shown);
      } else {
        this.#state = this.#defaults;
        putBackControls(this);
      }
      notify(this, 'failed', inWords('asBefore', { error: (error as Error).message }));
    }
  }

  #draw(next: Drawn): void {
    const figure = this.#figure!;
    const schema = figure.state as Schema;
    const before = this.#drawn?.state ?? this.#defaults;
    const isSameReading = this.#drawn ? this.#drawn.reading === next.reading : this.isAsBuilt(next.reading);
    const changed = Object.keys(schema).filter(
      (name) => schema[name]!.write(before[name]) !== schema[name]!.write(next.state[name]),
    );
    this.#drawn = next;
    if (this.mayBeSaid()) {
      this.#state = next.state;
      this.#say(next.state);
    }
    if (changed.length > 0 || !isSameReading) {
      const isMarked = (drawing: AnyDrawing): boolean =>
        changed.every((field) => markedFields(drawing).includes(field));
      this.#drawings!.show(next.shown, (drawing) => !isSameReading || !isMarked(drawing));
      this.#tell(next.shown);
    }
    this.showOwn(next.shown);
    showControls(this, figure, this.#state, next.shown);
    this.dataset['live'] = '';
    this.#takeEarly();
  }

  #tell(shown: unknown): void {
    const figure = this.#figure!;
    showBody(this, figure, shown);
    const { badge, source } = originOf(figure, shown);
    const origin = this.querySelector<HTMLElement>('.badge')!;
    origin.dataset['badge'] = badge;
    origin.firstChild!.textContent = inWords(badge);
    if (source !== undefined) origin.querySelector('.source')!.textContent = source;
    refill(this.querySelector('.readout')!, figure.readout(shown));
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#list(), rest);
  }

  #list(): void {
    clearTimeout(this.#resting);
    this.#resting = undefined;
    const tables = this.#figure!.tables(this.#drawn!.shown).map((table) => numberTable(document, table));
    this.querySelector('.numbers .scroll')?.replaceChildren(...tables);
  }

  /** Writes in the address what is not as by default. */
  #say(state: AnyState): void {
    const id = this.dataset['figure']!;
    const own = writeState(id, this.#figure!.state as Schema, this.#defaults, state);
    if (own.size > 0 || this.#isSaid) say(`${id}.`, own);
    this.#isSaid = own.size > 0;
  }

  /** An address speaks of the figure, or no longer does. */
  async #hear(address: ReadonlyMap<string, string>): Promise<void> {
    const id = this.dataset['figure']!;
    if (!this.#isSaid && ![...address.keys()].some((key) => key.startsWith(`${id}.`)))
      // What an address before this one said of it, this one does not say.
      return notify(this, 'unread', '');
    await this.begin();
    if (!this.#figure) return;
    this.pause();
    const { state, faults } = readState(id, this.#figure.state as Schema, this.#defaults, address);
    const values = faults.map((text) => inWords('quoted', { text })).join(inWords('comma'));
    notify(this, 'unread', values && inWords('unread', { values }));
    this.#isSaid = true;
    this.set(state);
  }
}

/** Says something under the controls of a figure; an empty sentence takes it back. */
function notify(figure: HTMLElement, kind: 'unread' | 'failed', sentence: string): void {
  const note = figure.querySelector<HTMLElement>(`.${kind}`)!;
  note.hidden = sentence === '';
  if (note.textContent !== sentence) note.textContent = sentence;
}

/**
 * Makes a figure in the page live: `<live-masks>` from `masks`. Its definition is fetched when
 * the reader first touches it, with the library and the plots that it needs.
 */
export function live(
  id: string,
  load: () => Promise<{ readonly default: AnyFigure }>,
  Element: typeof LiveFigure = LiveFigure,
): void {
  customElements.define(
    `live-${id}`,
    class extends Element {
      protected override load = load;
    },
  );
}
