import { expect, it } from 'vitest';
import { packScript } from '../../src/pack.ts';

it.each(['worker', 'remover'])(
  'of the %s there is one script, which loads no other and needs nothing of Node',
  async (name) => {
    expect(await packScript(`src/offline/${name}.ts`, 'worker')).not.toMatch(/importScripts|import\(|process\.env/);
  },
);
