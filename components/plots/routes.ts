import { layoutOf, wordSize } from './routes-layout.ts';
import type { Surface } from './surface.ts';

export interface Routes {
  readonly words: readonly string[];
  /** Every pair of words that attention connects in one layer, each once. */
  readonly pairs: readonly (readonly [number, number])[];
  /** The stops of a message, both ends included, counted from 0. */
  readonly recurrence: readonly number[];
  readonly attention: readonly number[];
  /** The recurrence reads from the last word to the first. */
  readonly backward: boolean;
}

const accent = 'var(--weight)';
const faint = 'color-mix(in oklab, var(--weight) 26%, transparent)';

/**
 * A sentence with two ways through it. On one side a recurrence: a state for each word, each
 * handing on to the next. On the other side attention: an arc for each pair of words it
 * connects. The message's way is drawn strong: a group with `data-route` for each leg, in
 * order, and `data-step`, from 1, on those that count. Over every word lies an area with
 * `data-word`, counted from 0.
 */
export function routes(data: Routes, { document, width }: Surface): SVGSVGElement {
  const { words, pairs, recurrence, attention, backward } = data;
  const { row, pitch, height, state, near, far, rise, place, area } = layoutOf(words, width);
  const make = (tag: string, attributes: Readonly<Record<string, string | number>>, content?: string): Element => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
    if (content !== undefined) made.textContent = content;
    return made;
  };
  const svg = make('svg', {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    'font-family': 'var(--sans)',
  }) as SVGSVGElement;
  let into: Element = svg;
  const draw = (...drawn: Parameters<typeof make>): void => void into.append(make(...drawn));
  const write = (
    content: string,
    [x, y]: readonly [number, number],
    more: Readonly<Record<string, string | number>> = {},
  ): void =>
    draw('text', { x: x.toFixed(1), y: y.toFixed(1), 'font-size': 12, fill: 'var(--ink-soft)', ...more }, content);
  const point = (along: number, away: number): string =>
    place(along, away)
      .map((value) => value.toFixed(1))
      .join(' ');
  const heading = (side: 'attention' | 'recurrence'): [number, number] =>
    row ? [4, side === 'attention' ? 16 : height - 10] : [side === 'attention' ? width - 4 : 4, 16];

  const arc = (from: number, to: number): string => {
    const top = near + rise(Math.abs(to - from)) / 0.75;
    return `M${point(from, near)}C${point(from, top)} ${point(to, top)} ${point(to, near)}`;
  };
  const radius = 8;
  const gap = (radius + 3) / pitch;
  const hand = (from: number, to: number): string => {
    const way = to > from ? 1 : -1;
    return `M${point(from + way * (radius / pitch), state)}L${point(to - way * gap, state)}`;
  };
  /** A head for an arrow that ends at a place, pointing along the sentence or towards it. */
  const head = (along: number, away: number, way: 'forth' | 'back' | 'in', fill: string): void => {
    const [a, b] = way === 'in' ? [4.5 / pitch, 9] : [(way === 'forth' ? -8 : 8) / pitch, 4.5];
    const corners =
      way === 'in'
        ? [point(along, away), point(along - a, away + b), point(along + a, away + b)]
        : [point(along, away), point(along + a, away - b), point(along + a, away + b)];
    draw('path', { d: `M${corners.join('L')}Z`, fill, stroke: 'none' });
  };
  const steps = (route: readonly number[]): (readonly [number, number])[] =>
    route.slice(1).map((to, i) => [route[i]!, to]);
  const count = (n: number, at: readonly [number, number], fill: string): void => {
    draw('circle', {
      cx: at[0].toFixed(1),
      cy: at[1].toFixed(1),
      r: 9,
      fill: 'var(--paper)',
      stroke: fill,
      'stroke-width': 1.25,
    });
    write(String(n), [at[0], at[1] + 4], { 'text-anchor': 'middle', 'font-size': 11, 'font-weight': 650, fill });
  };

  const dot = (i: number, fill: string, stroke: string): void => {
    const [cx, cy] = place(i, state);
    draw('circle', { cx: cx.toFixed(1), cy: cy.toFixed(1), r: radius, fill, stroke, 'stroke-width': 1.5 });
  };

  for (const [from, to] of pairs)
    draw('path', { d: arc(from, to), fill: 'none', stroke: faint, 'stroke-width': 1.25, 'data-pair': `${from} ${to}` });
  words.forEach((_, i) =>
    draw('path', {
      d: `M${point(i, far)}L${point(i, state + radius)}`,
      stroke: 'var(--ink-soft)',
      'stroke-width': 1,
      'stroke-dasharray': '2 3',
    }),
  );
  for (let i = 0; i + 1 < words.length; i++) {
    const [from, to] = backward ? [i + 1, i] : [i, i + 1];
    draw('path', { d: hand(from, to), stroke: 'var(--ink-soft)', 'stroke-width': 1.25 });
    head(to + (backward ? 1 : -1) * (radius / pitch), state, backward ? 'back' : 'forth', 'var(--ink-soft)');
  }

  words.forEach((_, i) => dot(i, 'var(--paper)', 'var(--ink-soft)'));

  const [start, end] = [recurrence[0]!, recurrence.at(-1)!];
  const leg = (route: 'recurrence' | 'attention', d: string, finish: () => void, step?: number): void => {
    into = svg.appendChild(make('g', { 'data-route': route, ...(step === undefined ? {} : { 'data-step': step }) }));
    draw('path', {
      d,
      fill: 'none',
      stroke: route === 'attention' ? accent : 'var(--ink)',
      'stroke-width': 3,
      'stroke-linecap': 'round',
    });
    finish();
    into = svg;
  };
  if (start !== end) {
    leg('recurrence', `M${point(start, far)}L${point(start, state + radius)}`, () =>
      dot(start, 'var(--ink)', 'var(--ink)'),
    );
    steps(recurrence).forEach(([from, to], i) =>
      leg(
        'recurrence',
        hand(from, to),
        () => {
          head(to + (backward ? 1 : -1) * (radius / pitch), state, backward ? 'back' : 'forth', 'var(--ink)');
          dot(to, 'var(--ink)', 'var(--ink)');
          count(i + 1, place((from + to) / 2, state - (row ? 22 : 24)), 'var(--ink)');
        },
        i + 1,
      ),
    );
    leg('recurrence', `M${point(end, state + radius)}L${point(end, far)}`, () => undefined);
    steps(attention).forEach(([from, to], i) =>
      leg(
        'attention',
        arc(from, to),
        () => {
          head(to, near - 1, 'in', accent);
          count(i + 1, place((from + to) / 2, near + rise(Math.abs(to - from))), accent);
        },
        i + 1,
      ),
    );
  }

  words.forEach((word, i) => {
    const [x, y] = place(i, 0);
    const chosen = i === start || i === end;
    write(word, [x, y + 5], {
      'text-anchor': row ? 'middle' : 'start',
      'font-size': wordSize,
      'font-weight': chosen ? 650 : 400,
      fill: 'var(--ink)',
      ...(chosen ? { 'text-decoration': 'underline' } : {}),
    });
  });
  const named = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
  write(`attention: ${named(attention.length - 1, 'hop')}`, heading('attention'), {
    'font-weight': 600,
    fill: accent,
    'font-size': 13,
    ...(row ? {} : { 'text-anchor': 'end' }),
  });
  write(`recurrence: ${named(recurrence.length - 1, 'step')}`, heading('recurrence'), {
    'font-weight': 600,
    fill: 'var(--ink)',
    'font-size': 13,
  });
  words.forEach((_, i) => draw('rect', { 'data-word': i, ...area(i), fill: 'transparent' }));
  return svg;
}
