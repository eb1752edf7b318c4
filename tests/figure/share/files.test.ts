import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { panesOf, type AnyFigure } from '../../../components/figure/definition.ts';
import { exact, type NumberTable } from '../../../components/figure/number-table.ts';
import { bibtexOf } from '../../../components/figure/share/cite.ts';
import { csvOf } from '../../../components/figure/share/csv.ts';
import { jsonOf } from '../../../components/figure/share/json.ts';
import type { Taken } from '../../../components/figure/share/taken.ts';
import type { Schema } from '../../../components/figure/state/fields.ts';
import { readBy, type AlignmentReading } from '../../../components/figures/alignment/reading.ts';
import { own } from '../../../components/figures/alignment/words.ts';
import heatmap from '../../../components/figures/generate-heatmap/figure.ts';
import { encode, readingOf, tokenize } from '../../../lib/encoder/index.ts';
import { translatorOf, type TranslationCard } from '../../../lib/training/translation/card.ts';
import type { Translator } from '../../../lib/training/translation/translator.ts';
import { int8, vocabulary } from '../../lib/encoder/models.ts';
import { defaultsOf } from '../../../components/figure/state/state.ts';

const weights = Float32Array.of(0.9975273613929749, 0.0024726387, 0.25, 0.75);
const map: NumberTable = {
  caption: 'Attention weights: row = query, column = key.',
  rows: ['bank', '=SUM(A1)'],
  columns: ['bank', 'a, "b"'],
  cell: (query, key) => exact(weights[query * 2 + key]!, (weight) => (weight < 0.01 ? '<0.01' : weight.toFixed(2))),
};
const taken: Taken = {
  id: 'masks',
  title: 'Masks & more',
  badge: 'trained',
  source: 'model_1',
  sentence: '100% of {it}',
  settings: ['Layer: 2', 'Head: 3'],
  state: { layer: '2', head: '3' },
  tables: [map],
  whole: () => undefined,
};
const at = { link: 'https://example.org/#figure-masks&masks.head=3', site: 'The Attention Notebook' };

describe('csvOf(tables)', () => {
  it('has its header on the first line and every number in full', () => {
    expect(csvOf([map])).toBe(`row,bank,"a, ""b"""\r\nbank,${weights[0]!},${weights[1]!}\r\n'=SUM(A1),0.25,0.75\r\n`);
  });

  it('makes text harmless that a spreadsheet would run, and leaves negative numbers alone', () => {
    const cells = ['=1+1', '+1', '-1', '@a', ' =2', '−3', exact(-0.5), exact(-Infinity), 'plain'];
    const row = {
      caption: '',
      rows: [exact(7)],
      columns: cells.map((_, at) => `c${at}`),
      cell: (_: number, at: number) => cells[at]!,
    };
    expect(csvOf([row]).split('\r\n')[1]).toBe(`7,'=1+1,'+1,'-1,'@a,'=2,−3,-0.5,-Infinity,plain`);
  });

  it('holds all rows of a table of which the page lists one', () => {
    expect(csvOf([{ ...map, listed: [1] }])).toBe(csvOf([map]));
  });

  it('keeps words apart that a sentence says twice', () => {
    const twice = { ...map, columns: ['the', 'the'] };
    expect(csvOf([twice]).split('\r\n')[0]).toBe('row,the,the');
  });

  it('is one rectangle also of several tables: each row names its own', () => {
    const other: NumberTable = {
      caption: 'Sums',
      corner: 'n',
      rows: [exact(1024)],
      columns: ['bank', 'ms'],
      cell: (_, column) => exact(column),
    };
    const lines = csvOf([map, other]).trimEnd().split('\r\n');
    expect(lines[0]).toBe('table,row,bank,"a, ""b""",ms');
    expect(lines[1]).toBe(`"${map.caption}",bank,${weights[0]!},${weights[1]!},`);
    expect(lines[3]).toBe('Sums,1024,0,,1');
  });
});

describe('jsonOf(taken)', () => {
  it('says what the figure is, where its numbers come from, what it is set to, and every number', () => {
    expect(JSON.parse(jsonOf(taken, at))).toEqual({
      figure: 'masks',
      title: 'Masks & more',
      site: 'The Attention Notebook',
      link: at.link,
      numbers: { from: 'trained', source: 'model_1' },
      sentence: '100% of {it}',
      settings: ['Layer: 2', 'Head: 3'],
      state: { layer: '2', head: '3' },
      tables: [
        {
          caption: map.caption,
          rows: { labels: map.rows },
          columns: map.columns,
          values: [
            [weights[0], weights[1]],
            [0.25, 0.75],
          ],
        },
      ],
    });
  });

  it('names what JSON cannot write', () => {
    const endless = { ...map, cell: () => exact(-Infinity) };
    expect(JSON.parse(jsonOf({ ...taken, tables: [endless] }, at)).tables[0].values[0][0]).toBe('-Infinity');
  });
});

describe('bibtexOf(taken)', () => {
  it('is an entry with the link of what is shown, its signs safe in TeX', () => {
    expect(bibtexOf(taken, at)).toBe(
      [
        '@misc{the-attention-notebook-masks,',
        '  title = {{Masks \\& more}},',
        '  howpublished = {Figure in \\emph{The Attention Notebook}},',
        '  note = {trained, model\\_1; Layer: 2; Head: 3; “100\\% of \\{it\\}”},',
        '  url = {https://example.org/#figure-masks&masks.head=3}',
        '}',
      ].join('\n'),
    );
  });
});

const root = new URL('../../../components/figures/', import.meta.url);
const found = readdirSync(root).filter((name) => existsSync(new URL(`${name}/figure.ts`, root)));

const text = 'I went to the bank to deposit money';
const tokens = tokenize(text, vocabulary);
const reading = readingOf(text, tokens, encode(tokens.ids, int8));
const translator = (kind: TranslationCard['kind']): Translator =>
  translatorOf({ kind, seed: 1 }, readFileSync(`content/models/translation-${kind}-1-1600.bin`));
/** What figures read that read no encoder. */
const readings: Readonly<Record<string, AlignmentReading>> = {
  alignment: readBy(translator('attention'), translator('fixed'), own),
};
/** They read more than the page's sentence, or models of their own: their files are read in a browser. */
const others = [
  'agreement',
  'contrast',
  'projections',
  'sense-from-context',
  'shuffle',
  'trained-window',
  'two-senses',
  'words-as-numbers',
];

const figures = (
  await Promise.all(
    found.map(
      async (name) => ((await import(new URL(`${name}/figure.ts`, root).href)) as { default: AnyFigure }).default,
    ),
  )
)
  .filter(({ id }) => !others.includes(id))
  .map((figure) => {
    const state = defaultsOf(figure.state as Schema);
    const read = figure.finding?.read(state) ?? readings[figure.id] ?? reading;
    return { id: figure.id, tables: figure.tables(figure.compute(state, read)) };
  });

describe.each(figures)('the numbers of $id', ({ tables }) => {
  it('are numbers in its file, none of them rounded to words, one a cell', () => {
    const cells = tables.flatMap(({ rows, columns, cell }) =>
      rows.flatMap((_, row) => columns.map((_, column) => cell(row, column))),
    );
    expect(cells.length).toBeGreaterThan(2);
    for (const cell of cells) if (typeof cell === 'string') expect(cell).not.toMatch(/\d/);
  });
});

describe('a map of more words than the page draws', () => {
  const long = Array.from({ length: 40 }, (_, at) => (at % 2 ? 'bank' : 'river')).join(' ');
  const tokens = tokenize(long, vocabulary);
  const shown = heatmap.compute(defaultsOf(heatmap.state), readingOf(long, tokens, encode(tokens.ids, int8)));

  it('is whole in its files, though the page lists one row', () => {
    const [table] = heatmap.tables(shown);
    expect(table!.listed).toHaveLength(1);
    expect(csvOf([table!]).trimEnd().split('\r\n')).toHaveLength(41);
    expect(JSON.parse(jsonOf({ ...taken, tables: [table!] }, at)).tables[0].values).toHaveLength(40);
  });

  it('is drawn whole in a file, though the page paints it', () => {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    const { drawing } = panesOf(heatmap).find(([name]) => name === 'trained')![1];
    const svg = drawing.whole!(shown, document);
    expect(svg!.querySelectorAll('rect[data-query]')).toHaveLength(40 * 40);
    expect(svg!.textContent).toContain('river');
  });
});
