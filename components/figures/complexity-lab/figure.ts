import type { RunId } from '#lib/complexity/runs.ts';
import { maker } from '../../figure/maker.ts';
import { defineFigure } from '../../figure/definition.ts';
import { timings } from '../../plots/timings.ts';
import {
  chartOf,
  headsOf,
  ids,
  keyOf,
  kinds,
  recordedMeasurement,
  sentenceOf,
  state,
  tableOf,
  titleOf,
  type Measurement,
  type Shown,
} from './compute.ts';

/** The lines by name, each with its switch; which are on is for the element to say, so that a switch stays where it is. */
function key(document: Document, shown: Shown): HTMLElement {
  const make = maker(document);
  const row = (id: RunId): HTMLElement => {
    const { value, remark, theory } = keyOf(shown, shown.measured, id);
    const { label, detail } = kinds[id];
    const box = make('input', { type: 'checkbox', name: id, 'data-field': id, checked: '', autocomplete: 'off' });
    return make(
      'tr',
      { 'data-run': id },
      make(
        'th',
        { scope: 'row' },
        make('label', { class: 'check' }, box, make('span', {}, make('b', {}, label), ' ', make('small', {}, detail))),
      ),
      make('td', {}, make('span', { class: 'value' }, value), ' ', make('small', { class: 'remark' }, remark)),
      make('td', { class: 'theory' }, theory),
    );
  };
  return make(
    'table',
    { class: 'key' },
    make('caption', { class: 'visually-hidden' }, 'The implementations, and how they grow with the length n'),
    make('thead', {}, make('tr', {}, make('td'), ...headsOf(shown).map((head) => make('th', { scope: 'col' }, head)))),
    make('tbody', {}, ...ids.map(row)),
  );
}

export default defineFigure({
  id: 'complexity-lab',
  title: 'What a longer sequence costs, measured',
  badge: ({ quantity }) => (quantity === 'time' ? 'measured' : 'computed'),
  source: ({ quantity, measured }) => (quantity === 'time' ? measured.where : 'bytes counted'),
  state,
  finding: { on: [], read: () => recordedMeasurement },
  compute: (state, measurement: Measurement): Shown => ({ ...state, ...measurement }),
  controls: [
    {
      kind: 'press',
      label: ({ isRunning }) => (isRunning ? 'Measure again' : 'Measure in this browser'),
      class: 'measure primary',
      act: () => ({}),
    },
    { kind: 'press', label: 'Stop', class: 'stop', act: () => ({}), isDisabled: ({ isRunning }) => !isRunning },
    {
      kind: 'press',
      label: 'Show the recorded run',
      class: 'recorded',
      act: () => ({}),
      isDisabled: ({ measured }) => measured === recordedMeasurement.measured,
    },
    { kind: 'strip', field: 'quantity', label: 'Show', options: ['Time', 'Memory'] },
    { kind: 'strip', field: 'd', label: 'Features to measure with, d', options: state.d.names! },
  ],
  body: [
    { kind: 'text', class: 'progress', text: '' },
    {
      kind: 'panes',
      panes: {
        chart: {
          title: (shown) => titleOf(shown, shown.measured),
          drawing: {
            class: 'chart',
            width: 730,
            label: (shown) =>
              `${titleOf(shown, shown.measured)}, against the sequence length, both axes logarithmic. The numbers stand below.`,
            plot: (shown, surface) => timings(chartOf(shown, shown.measured), surface),
          },
          below: key,
        },
      },
    },
  ],
  readout(shown) {
    const { quantity, d, told, held } = shown;
    const said = sentenceOf(shown, told);
    if (quantity === 'memory') return `${said} ${held}`;
    return !told || Number(d) === told.d
      ? said
      : `${said} These were measured at d = ${told.d}: press Measure for d = ${d}.`;
  },
  tables: ({ measured }) => [tableOf(measured)],
});
