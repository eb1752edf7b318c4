import type { Element, Root } from 'hast';
import { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { strings } from '../../content/strings/en.ts';
import { rehypeTables } from '../../src/markdown/tables.ts';

const element = (tagName: string, ...children: Element['children']): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});
const cell = (tagName: string, value: string): Element =>
  element(tagName, ...(value === '' ? [] : [{ type: 'text' as const, value }]));

it('gives each cell the name of its column, and makes no heading of a corner without words', () => {
  const table = element(
    'table',
    element('thead', element('tr', cell('th', ''), cell('th', 'Naive'), cell('th', 'Tiled'))),
    element('tbody', element('tr', cell('td', 'Reads'), cell('td', '9'), cell('td', '3'))),
  );
  rehypeTables({ strings: () => strings })({ type: 'root', children: [table] } satisfies Root, new VFile());
  const rows = table.children.flatMap((part) => (part as Element).children as Element[]);
  const cells = rows.map(({ children }) =>
    (children as Element[]).map(({ tagName, properties }) => [tagName, properties['dataLabel']]),
  );
  expect(cells).toEqual([
    [
      ['td', undefined],
      ['th', undefined],
      ['th', undefined],
    ],
    [
      ['td', undefined],
      ['td', 'Naive'],
      ['td', 'Tiled'],
    ],
  ]);
});
