import { matrix } from '../plots/matrix.ts';
import { series } from '../plots/series.ts';
import type { Surface } from '../plots/surface.ts';
import type { Say } from '../say.ts';
import type { Outcome, Output } from './outcome.ts';

type Value = Extract<Output, { kind: 'value' }>;

/** How wide drawings under a cell are at most; on a phone they are scaled to its width. */
export const outputWidth = 560;
/** Rows and columns that are drawn of a matrix. */
const mostLines = 64;
/** Matrices that stand side by side. */
const mostPanels = 8;
/** Numbers of a list that are still written out. */
const mostWritten = 8;
const longestLabel = 400;

/** What stands under a cell after a run, on the page and in its HTML. */
export function outputOf({ state, outputs }: Outcome, surface: Surface, say: Say): HTMLElement {
  const make = maker(surface.document);
  const parts = outputs.map((output) => {
    if (output.kind === 'printed') return make('pre', 'printed', output.text);
    if (output.kind === 'value') return valueOf(output, surface, say);
    if (output.kind === 'left-out') return make('p', 'left-out', leftOutOf(output.count, say));
    const { line, message: error } = output;
    return make('p', 'error', line === undefined ? error : say('atLine', { line, error }));
  });
  if (state === 'not-run') parts.push(make('p', 'not-run', say('notRun')));
  const whole = make('div', 'output');
  whole.append(...parts);
  return whole;
}

type Make = (tag: string, name: string, text?: string) => HTMLElement;

function maker(document: Document): Make {
  return (tag, name, text) => {
    const element = document.createElement(tag);
    element.className = name;
    if (text !== undefined) element.textContent = text;
    // What a program wrote is the same in every language.
    if (tag === 'pre') element.setAttribute('translate', 'no');
    return element;
  };
}

const leftOutOf = (count: number | undefined, say: Say): string =>
  count === undefined ? say('someLeftOut') : say('linesLeftOut', { count: count.toLocaleString('en') });

function valueOf(value: Value, surface: Surface, say: Say): HTMLElement {
  const make = maker(surface.document);
  const { name, type, shape = [], text } = value;
  const whole = make('div', 'value');
  const title = make('p', 'what');
  if (name !== undefined) title.append(make('b', 'name', name), ' ');
  title.append(make('span', 'type', shape.length === 0 ? type : `${type} (${shape.join(', ')})`));
  whole.append(title);
  const drawings = drawingsOf(value, surface);
  if (drawings.length === 0) whole.append(make('pre', 'text', text));
  else {
    title.append(' ', make('span', 'computed', say('computed')));
    const panels = make('div', 'panels');
    panels.append(...drawings);
    const label = `${text.slice(0, longestLabel)}${text.length > longestLabel ? '…' : ''}`;
    panels.setAttribute('role', 'img');
    panels.setAttribute('aria-label', label);
    whole.append(panels);
  }
  return whole;
}

/** Numbers as they are best seen: a list, long or short, a matrix, or several side by side. */
function drawingsOf({ numbers = [], shape = [] }: Value, surface: Surface): SVGSVGElement[] {
  if (numbers.length === 0 || shape.length === 0) return [];
  const [columns, rows = 1] = shape.toReversed() as [number, number?];
  if (rows === 1 && columns > mostWritten) return [series(numbers, surface)];
  const [across, down] = [Math.min(columns, mostLines), Math.min(rows, mostLines)];
  const max = numbers.reduce((most, number) => (Number.isFinite(number) ? Math.max(most, Math.abs(number)) : most), 0);
  const count = Math.min(mostPanels, Math.floor(numbers.length / (rows * columns)));
  return Array.from({ length: count }, (_, panel) => {
    const shown = Array.from({ length: down }, (_, row) => {
      const first = (panel * rows + row) * columns;
      return numbers.slice(first, first + across);
    });
    return matrix({ rows: down, columns: across, numbers: shown.flat(), max }, surface);
  });
}
