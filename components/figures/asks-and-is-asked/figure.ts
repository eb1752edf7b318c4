import { model } from 'virtual:encoder';
import { asymmetry, mostUnequalPair } from '#lib/analysis/asymmetry.ts';
import { headScores, inputSimilarity, type Reading } from '#lib/encoder/reading.ts';
import { defineFigure, type Pane } from '../../figure/definition.ts';
import { exact, type NumberTable } from '../../figure/number-table.ts';
import { swatch, type Part } from '../../figure/phrase.ts';
import type { State } from '../../figure/state/fields.ts';
import { labelsOf } from '../../model/labels.ts';
import { bothWays, frameDot } from '../../plots/both-ways.ts';
import { frameMirror } from '../../plots/frame-mirror.ts';
import { heatmap } from '../../plots/heatmap.ts';
import { showNumber } from '../../plots/number.ts';
import { signedPaint } from '../../plots/signed.ts';
import { cellOf, cellState, fitCell, headControls, nameOfHead, overCells } from '../../sentence/cell.ts';

type CellState = State<typeof cellState>;

/** One way to compare a sentence's words with one another. */
interface Compared {
  /** `(n, n)`, row-major, row = query. */
  readonly scores: Float32Array;
  /** 0 where the scores are symmetric. */
  readonly asymmetry: number;
}

/** A head's scores, by queries and keys, beside its layer's input compared with itself. */
interface Asked extends Pick<CellState, 'layer' | 'head'> {
  readonly labels: readonly string[];
  readonly asked: Compared;
  readonly alike: Compared;
  readonly cell: readonly [query: number, key: number];
}

export function compute({ query, key, ...of }: CellState, { pieces, layers }: Reading): Asked {
  const n = pieces.length;
  const layer = layers[of.layer - 1]!;
  const scores = headScores(layer, of.head - 1);
  const compared = (scores: Float32Array): Compared => ({ scores, asymmetry: asymmetry(scores, n) });
  return {
    ...of,
    labels: labelsOf(pieces),
    asked: compared(scores),
    alike: compared(inputSimilarity(layer)),
    cell: cellOf({ query, key }, scores, n, mostUnequalPair(scores, n)),
  };
}

const sizeOfLargest = (scores: Float32Array): number =>
  scores.reduce((largest, score) => Math.max(largest, Math.abs(score)), 0);

/** ‖S − Sᵀ‖ / ‖S + Sᵀ‖, as the page prints it. */
export function asymmetryOf(compared: Compared): string {
  return compared.asymmetry === 0 ? '0' : showNumber(compared.asymmetry);
}

export function readout({ labels, asked, alike, cell: [query, key] }: Asked): Part[] {
  const n = labels.length;
  const score = ({ scores }: Compared, row: number, column: number): Part => [
    'scores',
    showNumber(scores[row * n + column]!),
  ];
  const [i, j] = [labels[query]!, labels[key]!];
  if (query === key)
    return [
      ['query', i],
      ' asks itself: ',
      score(asked, query, key),
      '. Compared as it is: ',
      score(alike, query, key),
    ];
  return [
    ['query', i],
    ' asks ',
    ['key', j],
    ': ',
    score(asked, query, key),
    '; ',
    ['query', j],
    ' asks ',
    ['key', i],
    ': ',
    score(asked, key, query),
    '. Compared as they are, both ways: ',
    score(alike, query, key),
  ];
}

export function tables({ labels, asked, alike, ...of }: Asked): readonly NumberTable[] {
  const table = (caption: string, { scores }: Compared): NumberTable => ({
    caption: `${caption}: row = query, column = key.`,
    rows: labels,
    columns: labels,
    words: labels,
    cell: (query, key) => exact(scores[query * labels.length + key]!, showNumber),
  });
  return [
    table(`Scores, ${nameOfHead(of)}`, asked),
    table(`The input of layer ${of.layer} compared with itself`, alike),
  ];
}

type Side = 'asked' | 'alike';
type AskedPane = Pane<typeof cellState, Asked>;

/** All four drawings are pointed at, and the keys move over the first. */
const point = (byKeys: boolean): AskedPane['drawing']['point'] => ({ ...overCells, byKeys });

const map = (side: Side, label: string, unit: string): Pick<AskedPane, 'drawing' | 'legend'> => ({
  drawing: {
    class: 'map',
    width: 416,
    label,
    plot({ labels, [side]: { scores } }, surface) {
      const max = sizeOfLargest(scores);
      return heatmap({ queries: labels, keys: labels, weights: scores, max, paint: signedPaint }, surface);
    },
    point: point(side === 'asked'),
    mark: (svg, { cell }) => frameMirror(svg, ...cell),
  },
  legend({ [side]: { scores } }) {
    const most = showNumber(sizeOfLargest(scores));
    return [`−${most} `, swatch('signed'), ` ${most} ${unit}`];
  },
});

const dots = (side: Side, note: string): AskedPane => ({
  class: 'dots',
  title: (shown) => ['Asymmetry ', { tag: 'span', class: 'asymmetry', text: asymmetryOf(shown[side]) }],
  note,
  drawing: {
    class: 'map',
    width: 416,
    label: 'Every pair as a dot: across, what one word asks of the other; up, what it is asked.',
    plot: ({ labels, [side]: { scores } }, surface) => bothWays({ scores, n: labels.length }, surface),
    point: point(false),
    mark: (svg, { cell }) => frameDot(svg, ...cell),
  },
});

export default defineFigure({
  id: 'asks-and-is-asked',
  title: 'Who asks, and who is asked',
  badge: 'trained',
  source: model.name,
  wide: true,
  state: cellState,
  fit: (state, { pieces }: Reading) => fitCell(state, pieces.length),
  compute,
  controls: headControls,
  body: [
    {
      kind: 'panes',
      panes: {
        asked: {
          title: [['scores', 'S'], ' = ', ['query', 'Q'], ['key', 'K'], { tag: 'sup', text: '⊤' }, ' / √d'],
          note: 'one vector asks, another answers',
          ...map('asked', 'Scores by queries and keys. Arrow keys move from pair to pair.', 'score'),
        },
        alike: {
          title: ['XX', { tag: 'sup', text: '⊤' }, ' / √d'],
          note: 'each word as it is: one vector for both',
          ...map('alike', 'The words compared as they are. The numbers stand below.', 'similarity'),
        },
        'asked-dots': dots('asked', 'a dot a pair; dashed: both ask alike'),
        'alike-dots': dots('alike', 'every pair lies on the line'),
      },
    },
  ],
  readout,
  tables,
});
