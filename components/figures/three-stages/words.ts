import { numberTable } from '../../figure/number-table.ts';
import { phrase, type Part } from '../../figure/phrase.ts';
import { showNumber } from '../../plots/number.ts';
import { showWeight } from '../../plots/weight.ts';
import { explain, featuresOf, rowOf, type Choice, type Stages } from './stages.ts';

const three = (value: number): string => showNumber(value, 3);

export function readoutOf(stages: Stages, { query, key, feature }: Choice): Part[] {
  const { labels, scores, weights, output } = stages;
  const cell = query * labels.length + key;
  return [
    'query ',
    ['query', labels[query]!],
    ' and key ',
    ['key', labels[key]!],
    ': score ',
    ['scores', showNumber(scores[cell]!)],
    ', weight ',
    ['weights', showWeight(weights[cell]!)],
    '; output ',
    ['query', labels[query]!],
    `, feature ${feature + 1}: `,
    ['output', showNumber(output[query * featuresOf(stages) + feature]!)],
  ];
}

/** The arithmetic behind one score, its weight and one feature of its output, a step a line. */
export function arithmeticOf(document: Document, stages: Stages, choice: Choice): HTMLElement {
  const { labels, V } = stages;
  const { weight: w, output: o } = explain(stages, choice);
  const query: Part = ['query', labels[choice.query]!];
  const key: Part = ['key', labels[choice.key]!];
  const features = featuresOf(stages);
  const list = document.createElement('ol');
  list.className = 'arithmetic';
  const step = (
    title: readonly Part[],
    parts: readonly Part[],
    terms: readonly (readonly Part[])[] = [],
    after: readonly Part[] = [],
  ): void => {
    const item = document.createElement('li');
    item.append(phrase(document, title, 'strong'), phrase(document, parts));
    if (terms.length > 0) {
      const all = document.createElement('ul');
      all.append(...terms.map((term) => phrase(document, term, 'li')));
      item.append(all);
    }
    if (after.length > 0) item.append(phrase(document, after));
    list.append(item);
  };
  const more = ({ count, sum }: { count: number; sum: number }): string =>
    count === 0 ? '' : `and ${count} more that sum to ${three(sum)}; `;

  step(
    ['q · k'],
    ['query ', query, ' times key ', key, `, feature by feature. Of ${features} products the largest are`],
    w.largest.map(({ query, key, product }) => [
      ['query', three(query)],
      ' × ',
      ['key', three(key)],
      ` = ${three(product)}`,
    ]),
    [more(w.rest), `together ${three(w.dot)}`],
  );
  step([`÷ √${features}`], [`${three(w.dot)} × ${w.scale.toFixed(4)} = `, ['scores', three(w.score)], ', the score']);
  step(
    ['softmax'],
    [
      `exp(${three(w.score)} − ${w.rowMax < 0 ? `(${three(w.rowMax)})` : three(w.rowMax)}) = ${three(w.power)}, the largest score of the row being ${three(w.rowMax)}. `,
      `The row’s ${labels.length} such powers sum to ${three(w.total)}, and ${three(w.power)} / ${three(w.total)} = `,
      ['weights', three(w.weight)],
      ', the weight',
    ],
  );
  step(
    ['A · V'],
    [
      `Feature ${choice.feature + 1} of output `,
      query,
      `: the ${V.shape[0]} values there, each times its weight. The largest are`,
    ],
    o.largest.map(({ key, weight, value, product }) => [
      ['key', labels[key]!],
      ': ',
      ['weights', three(weight)],
      ' × ',
      ['value', three(value)],
      ` = ${three(product)}`,
    ]),
    [more(o.rest), 'together ', ['output', three(o.output)]],
  );
  return list;
}

/** Both maps as tables. */
export function mapTables(document: Document, { labels, scores, weights }: Stages, name: string): HTMLElement[] {
  const n = labels.length;
  const at = (x: Float32Array, show: (value: number) => string) => (row: number, column: number) =>
    show(x[row * n + column]!);
  const table = (title: string, cell: (row: number, column: number) => string): HTMLElement =>
    numberTable(document, {
      caption: `${title}, ${name}: row = query, column = key.`,
      rows: labels,
      columns: labels,
      cell,
    });
  return [table('Scores', at(scores, showNumber)), table('Attention weights', at(weights, showWeight))];
}

/** The chosen row, with all that made one feature of its output. */
export function madeTable(document: Document, stages: Stages, choice: Choice): HTMLElement {
  const { labels, weights, V } = stages;
  const { weight } = explain(stages, choice);
  const row = rowOf(weights, choice.query, labels.length);
  const value = (key: number): number => V.data[key * featuresOf(stages) + choice.feature]!;
  const made: Record<string, (key: number) => string> = {
    score: (key) => three(weight.scores[key]!),
    'exp(score − largest)': (key) => three(weight.powers[key]!),
    weight: (key) => three(row[key]!),
    [`value, feature ${choice.feature + 1}`]: (key) => three(value(key)),
    'weight × value': (key) => three(row[key]! * value(key)),
  };
  const table = numberTable(document, {
    caption: `What made feature ${choice.feature + 1} of output ${labels[choice.query]!}.`,
    rows: Object.keys(made),
    columns: labels,
    cell: (step, key) => Object.values(made)[step]!(key),
  });
  table.className = 'made';
  return table;
}
