import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { publicNames } from '../../src/api/names.ts';
import { readApi } from '../../src/api/read.ts';

it('says of each public name how it is called, and what it is in one sentence', () => {
  const names = publicNames(readApi(resolve('lib')));
  expect(names.find(({ name }) => name === 'softmax')).toEqual({
    name: 'softmax',
    kind: 'function',
    signature: 'softmax(x: Tensor): Tensor',
    about: 'Softmax along the last axis, each row on its own as softmaxRow.',
  });
  for (const { name, signature, about } of names) {
    expect(signature).toContain(name);
    expect(about).toMatch(/^\p{L}.*[^:]$/u);
  }
});
