import { within } from './within.ts';

/** The cells of a map, counted from 0, and how to choose one. */
interface Cells {
  /** Rows and columns as they are now. */
  size(): { readonly queries: number; readonly keys: number };
  chosen(): { readonly query: number; readonly key: number };
  choose(query: number, key: number): void;
}

const steps: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/**
 * Lets a reader move over a map: by pointer and touch, and with arrow keys, Home and End
 * while the map's wrapper has the focus. A map is one stop of the tab key.
 */
export function listenToMap(host: HTMLElement, { size, chosen, choose }: Cells): void {
  let pointed = '';
  const point = (event: PointerEvent): void => {
    if (!(event.target instanceof Element)) return;
    // A pointer says many times that it is where it was.
    const pick = (query: number, key: number): void => {
      if (event.type !== 'pointerdown' && pointed === `${query},${key}`) return;
      pointed = `${query},${key}`;
      choose(query, key);
    };
    const cell = event.target.closest<SVGElement>('[data-query]');
    const across = Number(cell?.dataset['across']);
    if (cell && across > 0) {
      // One shape for a whole row of cells.
      const box = cell.getBoundingClientRect();
      const key = Math.floor(((event.clientX - box.left) / box.width) * across);
      pick(Number(cell.dataset['query']), within(key, 0, across - 1));
    } else if (cell) pick(Number(cell.dataset['query']), Number(cell.dataset['key']));
    else if (event.target instanceof HTMLCanvasElement) {
      const box = event.target.getBoundingClientRect();
      const { queries, keys } = size();
      const at = (share: number, count: number): number => within(Math.floor(share * count), 0, count - 1);
      pick(at((event.clientY - box.top) / box.height, queries), at((event.clientX - box.left) / box.width, keys));
    }
  };
  host.addEventListener('pointermove', point);
  host.addEventListener('pointerdown', point);
  host.addEventListener('pointerleave', () => (pointed = ''));
  host.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const { queries, keys } = size();
    if (queries === 0) return;
    const { query, key } = chosen();
    choose(within(query + step[0], 0, queries - 1), within(key + step[1], 0, keys - 1));
  });
}
