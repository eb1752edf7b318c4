import { keep } from 'virtual:kept';
import { makeBody } from './body.ts';
import { makeControls } from './controls.ts';
import { originOf, widthsOf, type AnyFigure, type Badge } from './definition.ts';
import { drawAtBuild, htmlAtBuild } from './draw-at-build.ts';
import { drawn } from './drawn.ts';
import { numberTable } from './number-table.ts';
import { phrase } from './phrase.ts';
import type { Schema, State } from './state/fields.ts';
import { defaultsOf } from './state/state.ts';

/** A figure as it is by default, in HTML. */
interface Whole {
  readonly badge: Badge;
  readonly source: string | undefined;
  readonly controls: string;
  readonly body: string;
  readonly readout: string;
  readonly tables: string;
  /** What was read for it. */
  readonly reading: unknown;
}

type Draw = (id: string, own: Partial<State<Schema>>, given: unknown) => Whole;

const drawOf = new WeakMap<AnyFigure, Draw>();

/**
 * Draws a figure whole, once, however many pages and requests ask for it.
 *
 * @param given What was read for it, where it does not find that out itself.
 */
export function wholeOf(figure: AnyFigure, ...asked: Parameters<Draw>): Whole {
  const draw: Draw =
    drawOf.get(figure) ?? keep(`figure ${figure.id}`, (id, own, given) => drawWhole(figure, id, own, given));
  drawOf.set(figure, draw);
  return draw(...asked);
}

function drawWhole(figure: AnyFigure, id: string, own: Partial<State<Schema>>, given: unknown): Whole {
  const defaults = defaultsOf(figure.state as Schema, own);
  const reading: unknown = given ?? figure.finding?.read(defaults) ?? null;
  const state = figure.fit ? figure.fit(defaults, reading) : defaults;
  const shown: unknown = figure.compute(state, reading);
  // Drawings for a phone, a desk and what is between: the style sheet shows the widest that there is room for.
  const body = htmlAtBuild((document) =>
    makeBody(document, figure, id, state, shown, (drawing, label) => {
      const widths = widthsOf(drawing.width);
      return widths
        .map((width, index) => {
          const next = widths[index + 1];
          const room = [
            ...(index > 0 ? [`data-from="${width}"`] : []),
            ...(next === undefined ? [] : [`data-to="${next}"`]),
          ].join(' ');
          const size = next === undefined ? ' for-wide' : index === 0 ? ' for-narrow' : '';
          return `<div class="drawing${size}" ${room}>${drawAtBuild(width, (surface) => drawn(drawing, shown, surface), label)}</div>`;
        })
        .join('');
    }),
  );
  return {
    ...originOf(figure, shown),
    controls: htmlAtBuild((document) => makeControls(document, figure, id, state, shown)),
    body,
    readout: htmlAtBuild((document) => phrase(document, figure.readout(shown)).childNodes),
    tables: htmlAtBuild((document) => figure.tables(shown).map((table) => numberTable(document, table))),
    reading,
  };
}
