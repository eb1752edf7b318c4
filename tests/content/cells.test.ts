import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { readOutcome } from '../../components/cells/written.ts';
import { remarkCells } from '../../src/markdown/cells.ts';
import { remarkListings } from '../../src/markdown/listings.ts';
import { componentsIn, parseMdx, valueOf, type Component } from '../../src/markdown/mdx.ts';

const chapters = globSync('content/lessons/*/*.mdx').toSorted();

/** The chapter with all its cells run: one that fails, or is meant to and does not, throws. */
async function run(path: string): Promise<Component[]> {
  const tree = parseMdx(readFileSync(path, 'utf8'));
  const file = new VFile({ path: resolve(path) });
  remarkListings()(tree, file);
  await remarkCells()(tree, file);
  return componentsIn(tree);
}

const numbersIn = (text: string): number[] =>
  (text.match(/-?\d+(?:\.\d*)?(?:e[+-]?\d+)?|-?Infinity|nan|true|false/gi) ?? []).map(
    (found) => ({ true: 1, false: 0, nan: NaN })[found.toLowerCase()] ?? Number(found),
  );

describe.each(chapters)('%s', (path) => {
  it('has cells that run, and give what NumPy and PyTorch print beside them', async () => {
    const components = await run(path);
    for (const tabs of components.filter(({ name }) => name === 'CodeTabs')) {
      const [cell, ...others] = tabs.children as Component[];
      if (cell!.name !== 'Cell') continue;
      const { outputs } = readOutcome(String(valueOf(cell!, 'outcome')));
      const given = outputs.flatMap((output) => ('text' in output ? numbersIn(output.text) : []));
      expect(given.length).toBeGreaterThan(0);
      for (const other of others) {
        const [, output] = other.children as Component[];
        // Python rounds what it prints to four decimals.
        const printed = numbersIn(toString(output).replaceAll('tensor', ''));
        const rounded = given.map((number, index) =>
          Math.abs(number - printed[index]!) < 6e-5 ? printed[index] : number,
        );
        expect(printed, String(valueOf(other, 'id'))).toEqual(rounded);
      }
    }
    expect(components.filter(({ name }) => name === 'Cell').every((cell) => valueOf(cell, 'outcome'))).toBe(true);
  });
});
