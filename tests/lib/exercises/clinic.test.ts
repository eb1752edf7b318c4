import { beforeAll, describe, expect, it } from 'vitest';
import { cellsOf, reportsOf } from '../../../components/cells/exercise/check.ts';
import {
  bugNames,
  examination,
  exercises,
  healthy,
  symptomsOf,
  type Bug,
  type Symptoms,
} from '../../../lib/exercises/index.ts';
import { sayAtBuild } from '../../../src/strings.ts';
import { runInNode } from '../../../src/cells/run-in-node.ts';

async function examine(source: string): Promise<Symptoms> {
  const outcomes = await runInNode(cellsOf(exercises['mend-no-scale']!, source, examination, sayAtBuild));
  return symptomsOf(
    reportsOf(outcomes).map((report) => {
      if (report.kind !== 'returned' || !report.value) throw new Error('It gives no weights.');
      return report.value;
    }),
  );
}

const isOne = (sum: number): boolean => Math.abs(sum - 1) < 1e-5;

/** What a reader can tell from the maps and the table. */
const signsOf = ({ sums: [least, most], shape, future, padding, sharpness }: Symptoms) => ({
  rowsSumToOne: isOne(least) && isOne(most),
  someRowSumsToMore: most > 1.01,
  aColumnForEachKey: shape.join() === '6,6',
  noWeightOnLaterWords: future === 0,
  noWeightOnPadding: padding === 0,
  sharperWithMoreFeatures: sharpness[2]! > 1.5 * sharpness[0]!,
});

const well = {
  rowsSumToOne: true,
  someRowSumsToMore: false,
  aColumnForEachKey: true,
  noWeightOnLaterWords: true,
  noWeightOnPadding: true,
  sharperWithMoreFeatures: false,
};

/** What the chapter says of each. */
const signs: Record<Bug, Partial<typeof well>> = {
  'wrong-axis': { rowsSumToOne: false, someRowSumsToMore: true },
  'no-scale': { sharperWithMoreFeatures: true },
  'not-transposed': { aColumnForEachKey: false },
  'mask-after-softmax': { rowsSumToOne: false },
  'padding-leaks': { noWeightOnPadding: false },
};

describe('the healthy one', () => {
  it('has no sign of anything', () => {
    expect(signsOf(healthy())).toEqual(well);
    expect(healthy().distance).toBe(0);
  });

  it('is what each solution is', async () => {
    const found = await examine(exercises['mend-no-scale']!.solution);
    expect(signsOf(found)).toEqual(well);
    expect(found.distance).toBeLessThan(1e-6);
  });
});

describe.each(bugNames)('the broken one called %s', (bug) => {
  const { starter, solution } = exercises[`mend-${bug}`]!;
  let found: Symptoms;
  beforeAll(async () => {
    found = await examine(starter);
  });

  it('has one wrong line', () => {
    const [broken, right] = [starter, solution].map((source) => source.split('\n'));
    expect(broken).toHaveLength(right!.length);
    expect(broken!.filter((line, at) => line !== right![at])).toHaveLength(1);
  });

  it('is told from the others by what it does, and from the library too', () => {
    expect(signsOf(found)).toEqual({ ...well, ...signs[bug] });
    expect(found.distance).toBeGreaterThan(0.1);
  });
});

describe('what the chapter tells of them besides', () => {
  it('is so: columns sum to 1 where softmax runs along the wrong axis', async () => {
    const { causal } = await examine(exercises['mend-wrong-axis']!.starter);
    const first = causal.numbers.filter((_, at) => at % 6 === 0);
    expect(first.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 6);
  });

  it('is so: only the first word of the padding has weight, in every row', async () => {
    const { padded } = await examine(exercises['mend-padding-leaks']!.starter);
    const column = (key: number): number[] => padded.numbers.filter((_, at) => at % 6 === key);
    expect(Math.min(...column(4))).toBeGreaterThan(0);
    expect(column(5)).toEqual(Array(6).fill(0));
  });

  it('is so: the one that is not transposed gets less sharp with more features, and gives NaN for four', async () => {
    const { sharpness } = await examine(exercises['mend-not-transposed']!.starter);
    expect(sharpness[0]).toBeNaN();
    expect(sharpness[2]).toBeLessThan(sharpness[1]!);
  });

  it('is so: where nothing is masked, the one that masks too late is as the healthy one', async () => {
    const { sharpness } = await examine(exercises['mend-mask-after-softmax']!.starter);
    healthy().sharpness.forEach((wanted, at) => expect(sharpness[at]).toBeCloseTo(wanted, 5));
  });
});
