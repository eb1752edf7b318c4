import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseHTML } from 'linkedom';
import { build } from 'vite';
import { describe, expect, inject, test } from 'vitest';
import { readApi } from '../../src/api/read.ts';
import { trained } from '../lib/training/checksum-page.ts';
import { sharePage } from './site.ts';

const { document } = parseHTML(readFileSync(join(inject('folder'), 'api', 'index.html'), 'utf8'));
const textOf = (selector: string): string => document.querySelector(selector)!.textContent!.replace(/\s+/g, ' ').trim();

test('the page of the library has every export of every room', () => {
  const wanted = readApi(resolve('lib')).rooms.flatMap(({ entries }) => entries.map(({ id }) => id));
  const got = [...document.querySelectorAll('.entry')].map(({ id }) => id);
  expect(got.toSorted()).toEqual(wanted.toSorted());
});

test('the page of the library shows a function as it is called, with what its docstring says', () => {
  const entry = '[id="attention.splitHeads"]';
  expect(document.querySelector(`${entry} pre`)!.textContent).toBe('splitHeads(x: Tensor, heads: number): Tensor');
  expect(textOf(`${entry} p`)).toMatch(/^Cuts the features of each position into heads/);
  const rows = [...document.querySelectorAll(`${entry} dl div`)].map((row) =>
    [...row.children].map((cell) => cell.textContent!.replace(/\s+/g, ' ').trim()),
  );
  expect(rows[0]).toEqual(['x', '(…, n, heads · d)']);
  expect(rows.find(([name]) => name === 'throws')![1]).toMatch(/^RangeError when/);
  expect(rows.at(-1)).toEqual(['source', 'Vaswani et al. 2017, section 3.2.2.']);
});

describe('in a browser', () => {
  const page = sharePage('api/#attention.Mask');

  test('a link to a type opens the list that it is in', async () => {
    expect(await page().locator('[id="attention.Mask"] pre').isVisible()).toBe(true);
    expect(await page().locator('[id="analysis.Pair"] pre').isVisible()).toBe(false);
  });

  test('the library trains a model to the weights that it has in Node, bit for bit', async () => {
    const built = await build({
      configFile: false,
      logLevel: 'warn',
      build: {
        write: false,
        lib: { entry: resolve('tests/lib/training/checksum-page.ts'), formats: ['iife'], name: 'training' },
      },
    });
    const [script] = [built].flat().flatMap((output) => ('output' in output ? output.output : []));
    if (script?.type !== 'chunk') throw new Error('The bundle holds no script.');
    expect(await page().evaluate(`${script.code}; training.trained(5, 1)`)).toBe(trained(5, 1));
  });
});

test('the page of the library keeps the words beside a link as they are written', () => {
  expect(textOf('[id="analysis.kernelSmoothing"] p')).toContain('With exponentialKernel(1/√dK) it is attention.');
  expect(document.querySelector('[id="analysis.kernelSmoothing"] p a')!.getAttribute('href')).toBe(
    '#analysis.exponentialKernel',
  );
});
