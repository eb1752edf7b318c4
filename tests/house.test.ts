import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

/** Each law of the house is broken once on purpose: the linter must say so. */
let eslint: ESLint;
beforeAll(() => {
  eslint = new ESLint();
});

async function faults(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result!.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

describe('the laws of the house', () => {
  it.each([
    [
      'lib/ imports nothing outside lib/',
      'lib/attention/softmax.ts',
      "import '../../components/base.ts';",
      'lib/ imports nothing outside lib/',
    ],
    [
      'lib/ imports no package',
      'lib/attention/softmax.ts',
      "import { plot } from '@observablehq/plot';\nplot();",
      'lib/ imports nothing outside lib/',
    ],
    [
      'attention imports nothing that analyses it',
      'lib/attention/softmax.ts',
      "import '../analysis/entropy.ts';",
      'lib/attention/ says what attention is',
    ],
    [
      'a plot imports no figure',
      'components/plots/heatmap.ts',
      "import '../figure/redraw.ts';",
      'A plot imports Plot and other plots',
    ],
    [
      'a plot imports no attention',
      'components/plots/heatmap.ts',
      "import { softmax } from '#lib/attention/index.ts';\nsoftmax;",
      'A plot imports Plot and other plots',
    ],
    [
      'components import no prose',
      'components/prose/Term.ts',
      "import { concepts } from '../../content/concepts.ts';\nconcepts;",
      'Components import lib/ and components/',
    ],
    [
      'components import nothing of the shell',
      'components/base.ts',
      "import '../src/chapters.ts';",
      'Components import lib/ and components/',
    ],
    [
      'content imports nothing of the shell',
      'content/heads.ts',
      "import '../src/chapters.ts';",
      'Content imports components',
    ],
    [
      'random numbers have a seed',
      'lib/random.ts',
      'export const x = Math.random();',
      'Random numbers come from lib/random.ts',
    ],
    [
      'random numbers have a seed in figures too',
      'components/base.ts',
      'export const x = Math.random();',
      'Random numbers come from lib/random.ts',
    ],
    ['output holds no dates', 'src/chapters.ts', 'export const x = new Date();', 'Output holds no dates'],
    ['no circle', 'lib/attention/softmax.ts', "import './scaledDotProductAttention.ts';", 'Dependency cycle'],
    [
      'figures do no arithmetic on attention',
      'components/base.ts',
      'export const x = Math.exp(1);',
      'Arithmetic on attention stands in lib/',
    ],
  ])(
    '%s',
    async (_, path, code, message) => {
      expect((await faults(path, code)).join('\n')).toContain(message);
    },
    60_000,
  );

  it('lets the arrows run that are on the plan', async () => {
    expect(
      await faults(
        'components/base.ts',
        "import { softmax } from '#lib/attention/index.ts';\nsoftmax({ data: new Float32Array(1), shape: [1] });\n",
      ),
    ).toEqual([]);
    expect(
      await faults('components/plots/weight.ts', "import { plot } from '@observablehq/plot';\nplot({});\n"),
    ).toEqual([]);
  }, 60_000);
});
