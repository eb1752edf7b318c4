import { phrase, type Part } from '../../figure/phrase.ts';
import { equalsSign } from '../../plots/number.ts';
import { explain, three, type Stages } from './compute.ts';

/** `= 3.787`, or `≈ 3.787` where it or a number that it is made of is printed rounded. */
const gives = (result: number, ...from: readonly number[]): string =>
  `${equalsSign(three, result, ...from)} ${three(result)}`;
const about = (number: number): string => `≈ ${three(number)}`;

/** The arithmetic behind one score, its weight and one feature of its output, a step a line. */
export function arithmetic(document: Document, stages: Stages): HTMLElement {
  const { labels, features } = stages;
  const { weight: w, output: o } = explain(stages);
  const query: Part = ['query', labels[stages.query]!];
  const key: Part = ['key', labels[stages.key]!];
  const list = document.createElement('ol');
  list.className = 'arithmetic';
  const step = (
    title: string,
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
    count === 0 ? '' : `and ${count} more that sum to ${about(sum)}; `;

  step(
    'Fit, q · k',
    ['query ', query, ' times key ', key, `, feature by feature. Of ${features} products the largest are`],
    w.largest.map(({ query, key, product }) => [
      ['query', three(query)],
      ' × ',
      ['key', three(key)],
      ` ${gives(product, query, key)}`,
    ]),
    [more(w.rest), `together ${about(w.dot)}`],
  );
  step(`Score, ÷ √${features}`, [
    `${three(w.dot)} ÷ ${three(1 / w.scale)} ≈ `,
    ['scores', three(w.score)],
    ', the score',
  ]);
  step('Share, softmax', [
    `exp(${three(w.score)} − ${w.rowMax < 0 ? `(${three(w.rowMax)})` : three(w.rowMax)}) ≈ ${three(w.power)}; ${three(w.rowMax)} is the row’s largest score. `,
    `The row’s ${labels.length} such powers sum to ${about(w.total)}, and ${three(w.power)} ÷ ${three(w.total)} ≈ `,
    ['weights', three(w.weight)],
    ', its share (the attention weight)',
  ]);
  step(
    'Output, A · V',
    [
      `Feature ${stages.feature + 1} of output `,
      query,
      `: the ${labels.length} values there, each times its weight. The largest are`,
    ],
    o.largest.map(({ key, weight, value, product }) => [
      ['key', labels[key]!],
      ': ',
      ['weights', three(weight)],
      ' × ',
      ['value', three(value)],
      ` ${gives(product, weight, value)}`,
    ]),
    [more(o.rest), 'together ≈ ', ['output', three(o.output)]],
  );
  return list;
}
