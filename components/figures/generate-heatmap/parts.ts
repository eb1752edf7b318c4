import { showWeight } from '../../plots/weight.ts';
import { withoutMark } from '../../model/labels.ts';
import type { View } from '../../model/view.ts';

function element(tag: string, text: string, attributes: Record<string, string> = {}): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** "query *bank* attends to key *money*: 0.27", and what it was before training where that is shown. */
export function readoutOf({ labels, weights }: View, query: number, key: number, before?: View): (Node | string)[] {
  const word = (index: number, concept: string): Node =>
    element('b', withoutMark(labels[index]!), { 'data-concept': concept });
  const weight = element('b', showWeight(weights[query * labels.length + key]!), { 'data-concept': 'weights' });
  const comparison =
    before === undefined ? [] : [`; before training ${showWeight(before.weights[query * labels.length + key]!)}`];
  return ['query ', word(query, 'query'), ' attends to key ', word(key, 'key'), ': ', weight, ...comparison];
}

/** The map's numbers as a table; of a map too large for that, one row. */
export function tableOf(
  { labels, weights, sums }: View,
  { layer, head }: { layer: number; head: number },
  only?: number,
): HTMLTableElement {
  const table = document.createElement('table');
  table.createCaption().textContent = `Attention weights, layer ${layer + 1}, head ${head + 1}: row = query, column = key.`;
  const top = table.createTHead().insertRow();
  top.insertCell();
  for (const label of [...labels, 'sum']) top.append(element('th', label, { scope: 'col' }));
  const body = table.createTBody();
  for (const [query, label] of labels.entries()) {
    if (only !== undefined && only !== query) continue;
    const row = body.insertRow();
    row.append(element('th', label, { scope: 'row' }));
    for (let key = 0; key < labels.length; key++)
      row.append(element('td', showWeight(weights[query * labels.length + key]!)));
    row.append(element('td', sums[query]!.toFixed(2)));
  }
  return table;
}
