import { maker } from '../../figure/maker.ts';
import { letter, type Shown } from './compute.ts';

/** What the model makes of a sequence: at each place that is asked about, what stands there, what is right, and what it says. */
export function answers(document: Document, { run, labels }: Shown): HTMLElement {
  const make = maker(document);
  const places = [...run.targets.keys()].filter((place) => run.targets[place]! >= 0);
  const given = labels.slice(0, places[0]);
  const row = (name: string, cell: (place: number) => HTMLElement | string): HTMLElement =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, name),
      ...places.map((place) => make('td', { translate: 'no' }, cell(place))),
    );
  const said = (place: number): HTMLElement =>
    make(run.says[place] === run.targets[place] ? 'b' : 's', {}, letter(run, run.says[place]!));
  const pairs = given.flatMap((key, at) => (at % 2 === 0 ? [key + given[at + 1]!] : [])).join(' ');
  return make(
    'div',
    { class: 'answers' },
    make('p', {}, `A sequence that it does not learn from${pairs && `, after ${pairs}`}`),
    make(
      'table',
      { 'aria-label': 'What the model says' },
      make(
        'tbody',
        {},
        row('reads', (place) => labels[place]!),
        row('right', (place) => letter(run, run.targets[place]!)),
        row('says', said),
      ),
    ),
  );
}
