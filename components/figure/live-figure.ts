import { listenForActs, type Act } from './acts.ts';
import { refill, showBody } from './body.ts';
import { changeBy, needsShown } from './change.ts';
import { showControls } from './controls.ts';
import { panesOf, widthIn, type AnyFigure, type Drawing, type Finding, type Walk } from './definition.ts';
import { drawn, labelOf, markedFields, markOn, takesKeys } from './drawn.ts';
import { Finder } from './finder.ts';
import { LateCode } from './late-code.ts';
import { numberTable } from './number-table.ts';
import { onAddress, say } from './state/permalink.ts';
import { defaultsOf, readState, writeState } from './state/state.ts';
import type { Schema, State } from './state/fields.ts';
import { onRedraw } from './redraw.ts';
import { whenTouched } from './touched.ts';

type AnyState = State<Schema>;
type AnyDrawing = Drawing<Schema, unknown>;

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
  readonly #code = new LateCode(() => this.load());
  #figure: AnyFigure | undefined;
  #begun: Promise<void> | undefined;
  /** Acts that came before the definition did. */
  readonly #early: Act[] = [];
  #state: AnyState = {};
  #drawn: Drawn | undefined;
  /** Drawings that are the script's own by now, with the width they are drawn for. */
  readonly #widths = new Map<string, number>();
  #turn = 0;
  #frame = 0;
  #showing: Promise<void> = Promise.resolve();
  #resting: ReturnType<typeof setTimeout> | undefined;
  #isSaid = false;
  #playing: ReturnType<typeof setTimeout> | undefined;
  #finder: Finder | undefined;

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
    const { finding } = this.#figure!;
    if (!finding) return null;
    this.#finder ??= new Finder(finding as Finding<Schema, unknown>);
    return this.#finder.read(state);
  }

  /** Whether the build drew with this reading. */
  protected isAsBuilt(reading: unknown): boolean {
    return reading !== undefined;
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
        this.#state = this.#defaults;
        onRedraw(this, () => this.#resize());
        this.set({});
        this.#takeEarly();
      },
      () => {
        this.#begun = undefined;
        this.#early.length = 0;
        this.#putBack();
        this.#fail('The code of this figure could not be fetched. Check the connection, then try again.');
      },
    );
    return this.#begun;
  }

  /** As the build set them. */
  #putBack(): void {
    for (const control of this.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-field]')) putBack(control);
  }

  get #id(): string {
    return this.dataset['figure']!;
  }

  get #defaults(): AnyState {
    return defaultsOf(this.#figure!.state as Schema, JSON.parse(this.dataset['state'] ?? '{}') as AnyState);
  }

  /** Changes the state; what is shown follows in the next frame. */
  protected set(change: AnyState): void {
    this.#state = { ...this.#state, ...change };
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => (this.#showing = this.#show()));
  }

  /** Resolves when what was asked for is shown and listed, so that what is taken along is what stands there. */
  async settled(): Promise<void> {
    await new Promise(requestAnimationFrame);
    await this.#showing;
    if (this.#resting !== undefined) this.#list();
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
    if (act.kind === 'press' && act.button.name === 'play') return this.#play(act.button);
    this.pause();
    const change = changeBy(this.#figure, this.#state, this.#drawn?.shown, act);
    if (change) this.set(change);
  }

  /** Walks on from stop to stop, until the last or until the reader does something else. */
  #play(button: HTMLButtonElement): void {
    if (this.#playing !== undefined) return this.pause();
    const { at, last, go, pace } = this.#figure!.controls[Number(button.dataset['press'])] as Walk<Schema, unknown>;
    const stand = (stop: number): void => {
      this.set(go(stop));
      if (stop >= last(this.#drawn!.shown)) return this.pause();
      this.#playing = setTimeout(() => stand(at(this.#state) + 1), pace);
    };
    button.textContent = 'Pause';
    stand(at(this.#state) < last(this.#drawn!.shown) ? at(this.#state) : 1);
  }

  /** Stops the play. */
  protected pause(): void {
    if (this.#playing === undefined) return;
    clearTimeout(this.#playing);
    this.#playing = undefined;
    this.querySelector('.walk [name=play]')!.textContent = 'Play';
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
      this.#fail('');
    } catch (error) {
      if (turn !== this.#turn) return;
      if (this.#drawn) {
        this.#state = this.#drawn.state;
        showControls(this, figure, this.#state, this.#drawn.shown);
      } else {
        this.#state = this.#defaults;
        this.#putBack();
      }
      this.#fail(`${(error as Error).message} The figure shows what it showed before.`);
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
      const own = writeState(this.#id, schema, this.#defaults, next.state);
      if (own.size > 0 || this.#isSaid) say(`${this.#id}.`, own);
      this.#isSaid = own.size > 0;
    }
    if (changed.length > 0 || !isSameReading) {
      this.#plot((drawing) => !isSameReading || !changed.every((field) => markedFields(drawing).includes(field)));
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
    if (typeof figure.source === 'function') this.querySelector('.badge .source')!.textContent = figure.source(shown);
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

  /** Makes those drawings again that need it, and marks the others. All widths are read before anything is written. */
  #plot(isNeeded: (drawing: AnyDrawing, width: number, drawnFor: number | undefined) => boolean): void {
    const { shown } = this.#drawn!;
    const drawings = panesOf(this.#figure!).map(([name, { drawing }]) => {
      const host = this.querySelector<HTMLElement>(`[data-pane="${name}"] > [data-drawing]`)!;
      return {
        name,
        drawing: drawing as AnyDrawing,
        host,
        width: widthIn(host.parentElement!.clientWidth, drawing.width),
      };
    });
    for (const { name, drawing, host, width } of drawings) {
      if (!isNeeded(drawing, width, this.#widths.get(name))) {
        for (const svg of host.querySelectorAll('svg')) markOn(svg, drawing, shown);
        continue;
      }
      this.#widths.set(name, width);
      const svg = drawn(drawing, shown, { document, width });
      const label = labelOf(drawing, shown);
      if (takesKeys(drawing)) {
        svg.setAttribute('aria-hidden', 'true');
        host.setAttribute('aria-label', label);
      } else {
        svg.setAttribute('role', 'img');
        svg.setAttribute('aria-label', label);
      }
      for (const before of host.querySelectorAll(':scope > .drawing, :scope > svg')) before.remove();
      host.prepend(svg);
    }
  }

  /** Its width changed: those drawings are made again that have another size there. */
  #resize(): void {
    if (this.#drawn) this.#plot((_, width, drawnFor) => drawnFor !== undefined && drawnFor !== width);
  }

  /** An address speaks of the figure, or no longer does. */
  async #hear(values: ReadonlyMap<string, string>): Promise<void> {
    if (!this.#isSaid && ![...values.keys()].some((key) => key.startsWith(`${this.#id}.`))) return;
    await this.begin();
    if (!this.#figure) return;
    this.pause();
    const { state, faults } = readState(this.#id, this.#figure.state as Schema, this.#defaults, values);
    const note = this.querySelector<HTMLElement>('.unread')!;
    note.hidden = faults.length === 0;
    note.textContent = note.hidden
      ? ''
      : `This figure could not read ${faults.map((fault) => `“${fault}”`).join(', ')} in the address, and is as by default there.`;
    this.#isSaid = true;
    this.set(state);
  }

  /** Says why the figure is not as it was asked to be; an empty sentence takes that back. */
  #fail(sentence: string): void {
    const note = this.querySelector<HTMLElement>('.failed')!;
    note.hidden = sentence === '';
    if (note.textContent !== sentence) note.textContent = sentence;
  }
}

function putBack(control: HTMLInputElement | HTMLSelectElement): void {
  if (control instanceof HTMLSelectElement)
    control.selectedIndex = Math.max(
      0,
      [...control.options].findIndex(({ defaultSelected }) => defaultSelected),
    );
  else if (control.type === 'checkbox' || control.type === 'radio') control.checked = control.defaultChecked;
  else control.value = control.defaultValue;
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
