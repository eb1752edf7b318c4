import { defineFigure } from '../../figure/definition.ts';
import { exact } from '../../figure/number-table.ts';
import { snap } from '../../figure/plane.ts';
import { numbers } from '../../figure/state/fields.ts';
import { showNumber } from '../../plots/number.ts';
import { plane, type PlaneArrow } from '../../plots/plane.ts';
import { shelf, type Shelf } from '../../plots/shelf.ts';
import { showWeight } from '../../plots/weight.ts';
import {
  ask,
  books,
  ends,
  extent,
  limit,
  pointInWords,
  questions,
  readoutOf,
  step,
  subjects,
  type Point,
} from './compute.ts';

const state = {
  /** Where the question stands: towards the right, towards the top. */
  at: numbers(questions[0]!.at, { from: -limit, to: limit, step }),
};

interface Shown extends Shelf {
  readonly at: Point;
}

const keys = books.map(({ title, tags }): PlaneArrow => ({ kind: 'key', label: title, at: tags }));

export default defineFigure({
  id: 'library-shelf',
  title: 'A question at the library',
  badge: 'hand-set',
  source: 'arithmetic computed',
  wide: true,
  state,
  // A link may stand between the steps.
  fit: ({ at }) => ({ at: at.map((coordinate) => snap(coordinate, { limit, step })) }),
  compute({ at: [x, y] }): Shown {
    const at = [x!, y!] as const;
    return { ...ask(at), at };
  },
  controls: [],
  body: [
    {
      kind: 'panes',
      panes: {
        topics: {
          drawing: {
            class: 'plane',
            width: 416,
            label: 'The plane of topics: the question among the tags of six books',
            plot: ({ at }, surface) =>
              plane(
                {
                  arrows: [...keys, { kind: 'query', label: 'question', at, movable: true }],
                  extent,
                  ends,
                  labels: 'upright',
                },
                surface,
              ),
            point: {
              kind: 'plane',
              extent,
              limit,
              step,
              handles: [{ label: 'Question', field: 'at', first: 0 }],
              say: pointInWords,
            },
          },
        },
        shelf: {
          drawing: {
            class: 'shelf',
            width: 416,
            label:
              'A shelf of six books; under each its fit to the question, its share and its pages on four subjects; beside them the answer.',
            plot: shelf,
          },
        },
      },
    },
  ],
  readout: readoutOf,
  tables: ({ books, answer, sum }) => [
    {
      caption:
        'The question against each book: its fit, its share (the attention weight), and its pages, of a hundred.',
      rows: [...books.map(({ title }) => title), 'answer'],
      columns: ['fit', 'share', ...subjects],
      cell(row, column) {
        const book = books[row];
        if (!book)
          return ['', exact(sum, showNumber), ...answer.map((count) => exact(count, (pages) => pages.toFixed(1)))][
            column
          ]!;
        const { fit, weight, pages } = book;
        return [exact(fit, showNumber), exact(weight, showWeight), ...pages.map((count) => exact(count))][column]!;
      },
    },
  ],
});
