import type { Act } from './acts.ts';
import { readControl, valuesOf } from './controls.ts';
import { panesOf, type AnyFigure, type Control, type Pointing } from './definition.ts';
import type { Schema, State } from './state/fields.ts';
import { movedBy } from './plane.ts';
import { within } from './within.ts';

type AnyState = State<Schema>;

/** Whether an act can be answered only beside what is shown: where it leads depends on that. */
export function needsShown(act: Act): boolean {
  return act.kind !== 'set';
}

/** What an act makes of a figure's state; nothing where it means nothing to the figure. */
export function changeBy(figure: AnyFigure, state: AnyState, shown: unknown, act: Act): AnyState | undefined {
  const schema = figure.state as Schema;
  if (act.kind === 'set') {
    const name = act.control.dataset['field']!;
    const value = readControl(schema[name]!, act.control, state[name]);
    return value === undefined ? undefined : { ...leftOpenBy(schema, name), [name]: value };
  }
  if (act.kind === 'press') {
    const control = figure.controls[Number(act.button.dataset['press'])] as Control<Schema, unknown> | undefined;
    if (control?.kind === 'press') return control.isDisabled?.(shown) ? undefined : control.act(state, shown);
    if (control?.kind !== 'walk') return undefined;
    const to = control.at(state) + (act.button.name === 'back' ? -1 : 1);
    return control.go(within(to, 1, control.last(shown)));
  }
  const point = panesOf(figure).find(([name]) => name === act.pane)?.[1].drawing.point as
    Pointing<Schema, unknown> | undefined;
  if (!point) return undefined;
  if (act.kind === 'mark') return !('field' in point) ? undefined : valueAt(schema, point.field, act.index);
  if (act.kind === 'take' || act.kind === 'move' || act.kind === 'nudge')
    return point.kind !== 'plane'
      ? undefined
      : { ...movedBy(point, state, act), ...(point.held && valueAt(schema, point.held, act.handle)) };
  if (point.kind !== 'cells') return undefined;
  if (act.kind !== 'line') return cellBy(point, state, shown, act);
  const name = point.fields[act.axis];
  return { ...leftOpenBy(schema, name), [name]: within(act.index, 0, point.size(shown)[act.axis] - 1) };
}

/** A key chosen for one query is not chosen for the next. */
function leftOpenBy(schema: Schema, changed: string): AnyState {
  const followers = Object.keys(schema).filter((name) => schema[name]!.follows === changed);
  return Object.fromEntries(followers.map((name) => [name, undefined]));
}

/** The value at an index of the list of what a field can be. */
function valueAt(schema: Schema, name: string, index: number): AnyState | undefined {
  const written = valuesOf(schema[name]!)[index];
  return written === undefined ? undefined : { ...leftOpenBy(schema, name), [name]: schema[name]!.read(written) };
}

function cellBy(
  { fields, size, chosen }: Extract<Pointing<Schema, unknown>, { kind: 'cells' }>,
  state: AnyState,
  shown: unknown,
  act: Extract<Act, { kind: 'cell' | 'step' }>,
): AnyState | undefined {
  const sizes = size(shown);
  if (Math.min(...sizes) === 0) return undefined;
  // Steps taken within one frame add up: what is shown may be a step behind the state.
  const now = chosen(shown).map((index, axis) => (state[fields[axis]!] as number | undefined) ?? index);
  const to = act.kind === 'cell' ? [act.row, act.column] : now.map((index, axis) => index + act.by[axis]!);
  return Object.fromEntries(fields.map((name, axis) => [name, within(to[axis]!, 0, sizes[axis]! - 1)]));
}
