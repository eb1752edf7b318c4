import { LiveFigure } from '../../figure/live-figure.ts';
import { lightLinks } from '../../plots/links.ts';
import { heatColour, heatInk, showWeight } from '../../plots/weight.ts';

interface Shown {
  readonly query: number;
  readonly row: readonly number[];
}

/** The words of both languages with the lines between them, beside the map. */
export class Alignment extends LiveFigure {
  override connectedCallback(): void {
    super.connectedCallback();
    const choose = (query: number, key?: number): void => void this.whenBegun(() => this.set({ query, key }));
    this.querySelector('.looking .links')!.addEventListener('pointerover', ({ target }) => {
      const { query, key } = (target as SVGElement).dataset;
      if (query !== undefined) choose(Number(query), Number(key));
    });
    this.querySelectorAll<HTMLElement>('.looking .queries label').forEach((label, query) =>
      label.addEventListener('pointerenter', ({ pointerType }) => pointerType === 'mouse' && choose(query)),
    );
  }

  /** Another word to be written leaves open what it looks at. */
  protected override set(change: Parameters<LiveFigure['set']>[0]): void {
    super.set('query' in change && !('key' in change) ? { ...change, key: undefined } : change);
  }

  protected override showOwn(shown: unknown): void {
    const { query, row } = shown as Shown;
    const max = Number(this.querySelector<HTMLElement>('.looking')!.dataset['max']);
    this.querySelectorAll<HTMLElement>('.looking .keys li').forEach((word, key) => {
      word.style.setProperty('--heat', heatColour(row[key]!, max));
      word.style.setProperty('--heat-ink', heatInk(row[key]!, max));
      word.querySelector('.number')!.textContent = showWeight(row[key]!);
    });
    lightLinks(this.querySelector<SVGSVGElement>('.looking .links')!, query);
    this.querySelectorAll<HTMLInputElement>('.queries input')[query]!.checked = true;
  }
}
