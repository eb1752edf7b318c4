import type { Badge } from '../definition.ts';
import { readWritten, type NumberTable, type WrittenTable } from '../number-table.ts';

/** What is taken along of a figure: what it is set to, and its numbers as they are. */
export interface Taken {
  /** Its name in addresses and files. */
  readonly id: string;
  readonly title: string;
  readonly badge: Badge;
  /** What the badge adds: the model, the seed, the device. */
  readonly source?: string | undefined;
  /** The sentence that it was computed for. */
  readonly sentence?: string | undefined;
  /** Its settings in words: `Layer: 2`. */
  readonly settings: readonly string[];
  /** Its state as an address writes it; what is left open to the figure is not in it. */
  readonly state: Readonly<Record<string, string>>;
  readonly tables: readonly NumberTable[];
  /** A pane's drawing whole, where the page has no room to draw it so. */
  readonly whole: (pane: string) => SVGSVGElement | undefined;
}

/** A figure that is the same always holds its numbers in the page's HTML. */
export function takenFromPage(id: string, figure: HTMLElement): Taken {
  const words = (element: Element | null): string | undefined => element?.textContent.trim().replace(/\s+/g, ' ');
  const badge = figure.querySelector<HTMLElement>('.badge')!;
  return {
    id,
    title: words(figure.querySelector('.title'))!,
    badge: badge.dataset['badge'] as Badge,
    source: words(badge.querySelector('.source')),
    settings: [],
    state: {},
    tables: (JSON.parse(figure.querySelector('script')!.textContent) as readonly WrittenTable[]).map(readWritten),
    whole: () => undefined,
  };
}
