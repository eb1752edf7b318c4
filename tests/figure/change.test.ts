import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { changeBy } from '../../components/figure/change.ts';
import { defineFigure } from '../../components/figure/definition.ts';
import { integer, numbers, oneOf, optional, type State } from '../../components/figure/state/fields.ts';

const { document } = parseHTML('<input type="range" data-field="T" value="2">');
const figure = defineFigure({
  id: 'tried',
  title: 'Tried',
  badge: 'computed',
  state: {
    T: oneOf('1', ['0.5', '1', '2']),
    seed: integer(3, { from: 0, to: 4 }),
    query: optional(integer(0, { from: 0, to: 9 })),
    key: optional(integer(0, { from: 0, to: 9 })),
    places: numbers([0.3, -1, 2, 0], { from: -2, to: 2 }),
    held: optional(oneOf('first', ['first', 'second'])),
  },
  compute: (state) => ({ ...state, cell: [state.query ?? 1, state.key ?? 1] as const, n: 3 }),
  controls: [
    { kind: 'slider', field: 'T', label: 'T' },
    { kind: 'press', label: 'New seed', act: ({ seed }) => ({ seed: (seed + 1) % 5 }) },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        map: {
          drawing: {
            class: 'map',
            width: 416,
            label: 'A map',
            plot: () => document.createElementNS('http://www.w3.org/2000/svg', 'svg') as unknown as SVGSVGElement,
            point: { kind: 'cells', fields: ['query', 'key'], size: ({ n }) => [n, n], chosen: ({ cell }) => cell },
          },
        },
        chart: {
          drawing: {
            class: 'chart',
            width: 326,
            label: 'A chart',
            plot: () => document.createElementNS('http://www.w3.org/2000/svg', 'svg') as unknown as SVGSVGElement,
            point: { kind: 'drag', attribute: 'step', field: 'T' },
          },
        },
        plane: {
          drawing: {
            class: 'plane',
            width: 326,
            label: 'A plane',
            plot: () => document.createElementNS('http://www.w3.org/2000/svg', 'svg') as unknown as SVGSVGElement,
            point: {
              kind: 'plane',
              extent: 2.5,
              limit: 2,
              step: 0.1,
              handles: [
                { label: 'First', field: 'places', first: 0 },
                { label: 'Second', field: 'places', first: 2 },
              ],
              say: String,
              held: 'held',
            },
          },
        },
      },
    },
  ],
  readout: () => '',
  tables: () => [],
});
const state: State<typeof figure.state> = {
  T: '1',
  seed: 4,
  query: undefined,
  key: undefined,
  places: [0.3, -1, 2, 0],
  held: undefined,
};
const by = (act: Parameters<typeof changeBy>[3], from = state) =>
  changeBy(figure, from, figure.compute(from, undefined), act);

describe('what an act makes of a state', () => {
  it('takes a slider over a list of names by its place', () => {
    const control = document.querySelector('input') as unknown as HTMLInputElement;
    expect(by({ kind: 'set', control })).toEqual({ T: '2' });
  });

  it('asks a button what it makes of the state', () => {
    const button = document.createElement('button');
    button.setAttribute('data-press', '1');
    expect(by({ kind: 'press', button: button as unknown as HTMLButtonElement })).toEqual({ seed: 0 });
  });

  it('takes the cell pointed at, and a row or a column by its name', () => {
    expect(by({ kind: 'cell', pane: 'map', row: 2, column: 0 })).toEqual({ query: 2, key: 0 });
    expect(by({ kind: 'line', pane: 'map', axis: 0, index: 1 })).toEqual({ query: 1 });
    expect(by({ kind: 'line', pane: 'map', axis: 1, index: 9 })).toEqual({ key: 2 });
  });

  it('steps from where the figure chose, and adds up steps that were not shown yet', () => {
    expect(by({ kind: 'step', pane: 'map', by: [0, 1] })).toEqual({ query: 1, key: 2 });
    expect(by({ kind: 'step', pane: 'map', by: [-1, 0] }, { ...state, query: 1, key: 2 })).toEqual({
      query: 0,
      key: 2,
    });
    expect(by({ kind: 'step', pane: 'map', by: [0, -Infinity] })).toEqual({ query: 1, key: 0 });
    expect(by({ kind: 'step', pane: 'map', by: [5, 0] })).toEqual({ query: 2, key: 1 });
  });

  it('takes the place of a mark in what the field can be, and nothing beyond it', () => {
    expect(by({ kind: 'mark', pane: 'chart', index: 0 })).toEqual({ T: '0.5' });
    expect(by({ kind: 'mark', pane: 'chart', index: 3 })).toBeUndefined();
  });

  it('sets one of the numbers of a field, and leaves the others', () => {
    const control = document.createElement('input') as unknown as HTMLInputElement;
    for (const [name, value] of Object.entries({
      type: 'range',
      'data-field': 'places',
      'data-entry': '1',
      value: '1.5',
    }))
      control.setAttribute(name, value);
    expect(by({ kind: 'set', control })).toEqual({ places: [0.3, 1.5, 2, 0] });
  });

  it('moves a thing in a plane to a share of it, or by steps, on its steps and within its limit', () => {
    expect(by({ kind: 'move', pane: 'plane', handle: 1, to: [0.5, 0.72] })).toEqual({
      places: [0.3, -1, 0, 1.1],
      held: 'second',
    });
    expect(by({ kind: 'move', pane: 'plane', handle: 0, to: [0, 2] })).toMatchObject({ places: [-2, 2, 2, 0] });
    expect(by({ kind: 'nudge', pane: 'plane', handle: 1, by: [5, -1] })).toMatchObject({ places: [0.3, -1, 2, -0.1] });
  });

  it('takes a thing in hand where it stands', () => {
    expect(by({ kind: 'take', pane: 'plane', handle: 0 })).toEqual({ held: 'first' });
    expect(by({ kind: 'take', pane: 'map', handle: 0 })).toBeUndefined();
  });

  it('makes nothing of an act that the drawing does not take', () => {
    expect(by({ kind: 'mark', pane: 'map', index: 0 })).toBeUndefined();
    expect(by({ kind: 'cell', pane: 'chart', row: 0, column: 0 })).toBeUndefined();
    expect(by({ kind: 'cell', pane: 'nowhere', row: 0, column: 0 })).toBeUndefined();
  });
});
