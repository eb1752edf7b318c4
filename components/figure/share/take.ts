import { originOf, panesOf, type AnyFigure } from '../definition.ts';
import { settingsOf } from '../controls.ts';
import { markOn } from '../drawn.ts';
import type { Schema, State } from '../state/fields.ts';
import type { Taken } from './taken.ts';

/** What is taken along of a figure as it is shown. */
export function take(
  id: string,
  figure: AnyFigure,
  {
    state,
    shown,
    sentence,
  }: { readonly state: State<Schema>; readonly shown: unknown; readonly sentence?: string | undefined },
): Taken {
  const schema = figure.state as Schema;
  const written = Object.entries(schema).map(([name, { write }]) => [name, write(state[name])] as const);
  return {
    id,
    title: figure.title,
    ...originOf(figure, shown),
    sentence,
    settings: settingsOf(figure, state, shown),
    state: Object.fromEntries(written.filter(([name]) => state[name] !== undefined)),
    tables: figure.tables(shown),
    whole(pane) {
      const { drawing } = panesOf(figure).find(([name]) => name === pane)![1];
      const svg = drawing.whole?.(shown, document);
      if (svg) markOn(svg, drawing, shown);
      return svg;
    },
  };
}
