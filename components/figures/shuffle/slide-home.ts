/** How long the scrambled map stands, and how long each of its two moves takes, in milliseconds. */
const stand = 700;
const move = 300;

/**
 * Shows a map as it was before it was put in order, then slides its rows home, then its columns. For
 * readers who want no motion it stands in order at once.
 *
 * @param places Where each row and column was.
 */
export function slideHome(map: SVGSVGElement, places: readonly number[]): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const n = places.length;
  const cells = [...map.querySelectorAll('[data-mark="cell"] rect')];
  const away = (index: number, side: 'x' | 'y'): number => {
    const at = (cell: number): number => Number(cells[cell]!.getAttribute(side));
    const step = side === 'x' ? 1 : n;
    return at(places[index]! * step) - at(index * step);
  };
  const slide = (element: Element | undefined, x: number, y: number): void => {
    const offsets = [`${x}px ${y}px`, `${x}px 0px`, '0px 0px'];
    element?.animate(
      offsets.map((translate) => ({ translate, easing: 'ease-in-out' })),
      { duration: 2 * move, delay: stand, fill: 'backwards' },
    );
  };
  const texts = [...map.querySelectorAll('[data-mark="text"]')];
  const numbers = texts.map((group) => [...group.querySelectorAll('text')]).find(({ length }) => length === n * n);
  cells.forEach((cell, index) => {
    const [x, y] = [away(index % n, 'x'), away(Math.floor(index / n), 'y')];
    slide(cell, x, y);
    slide(numbers?.[index], x, y);
  });
  for (const [axis, side] of [
    ['x-axis tick label', 'x'],
    ['y-axis tick label', 'y'],
  ] as const)
    map
      .querySelectorAll(`[data-mark="${axis}"] text`)
      .forEach((label, index) => slide(label, ...offset(side, away(index, side))));
}

const offset = (side: 'x' | 'y', by: number): [x: number, y: number] => (side === 'x' ? [by, 0] : [0, by]);
