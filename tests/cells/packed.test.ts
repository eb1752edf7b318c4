import { expect, it } from 'vitest';
import { packChanges, unpackChanges } from '../../components/cells/packed.ts';

it('packs changes into signs that an address takes as they are, and gives them back', async () => {
  const changes = { dot: 'dot([1, 2], [3, 4]); // “é” ∞\n'.repeat(20), 'cell-3': '' };
  const packed = await packChanges(changes);
  expect(packed).toMatch(/^[\w-]+$/);
  expect(packed.length).toBeLessThan(200);
  expect(await unpackChanges(packed)).toEqual(changes);
});

it.each(['', 'abc', '!!', btoa('no such stream')])('refuses %s, which was not packed', async (packed) => {
  await expect(unpackChanges(packed)).rejects.toThrow();
});

it('takes over code alone', async () => {
  const packed = await packChanges({ a: 1, b: 'code' } as unknown as Record<string, string>);
  expect(await unpackChanges(packed)).toEqual({ b: 'code' });
});
