import { listenForCells, type Act } from '../../figure/acts.ts';
import { LiveFigure } from '../../figure/live-figure.ts';
import { within } from '../../figure/within.ts';

/** Every pair stands in the page, with what the build read of it; the numbers of the chosen one can be pointed at. */
export class SenseFromContext extends LiveFigure {
  override connectedCallback(): void {
    super.connectedCallback();
    for (const group of this.querySelectorAll<HTMLElement>('[data-cells]'))
      listenForCells(group, '', (act) => void this.#point(group, act));
  }

  /** What is pointed at belongs to its pair. */
  protected override set(change: Parameters<LiveFigure['set']>[0]): void {
    super.set('pair' in change ? { at: undefined, ...change } : change);
  }

  protected override showOwn(): void {
    const { pair, at } = this.drawn!.state;
    for (const cell of this.querySelectorAll('[data-at]'))
      cell.classList.toggle(
        'chosen',
        cell.getAttribute('data-at') === at && cell.closest<HTMLElement>('[data-pair]')!.dataset['pair'] === pair,
      );
  }

  async #point(group: HTMLElement, act: Act): Promise<void> {
    await this.begin();
    if (!this.figure) return;
    const rows: HTMLElement[][] = [];
    for (const cell of group.querySelectorAll<HTMLElement>('[data-at]'))
      (rows[Number(cell.dataset['query'])] ??= []).push(cell);
    const cell = rows.flat().find(({ dataset }) => dataset['at'] === this.state['at']);
    const from = cell ? [Number(cell.dataset['query']), Number(cell.dataset['key'])] : [0, 0];
    const [row, column] =
      act.kind === 'cell'
        ? [act.row, act.column]
        : act.kind === 'step'
          ? from.map((at, axis) => at + act.by[axis]!)
          : from;
    // Two sentences need not be of one length.
    const line = rows[within(row!, 0, rows.length - 1)]!;
    this.set({ at: line[within(column!, 0, line.length - 1)]!.dataset['at'] });
  }
}
