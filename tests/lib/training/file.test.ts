import { describe, expect, it } from 'vitest';
import { readModel, writeModel } from '../../../lib/training/file.ts';
import { newTranslator } from '../../../lib/training/translation/train.ts';

describe('A model in a file', () => {
  const model = newTranslator('every state', 1);
  const bytes = writeModel(model.parameters);

  it('comes back as it was, within half a step of its scale, and stays so the second time', () => {
    const again = newTranslator('every state', 2);
    readModel(bytes, again.parameters);
    for (const [name, { value }] of Object.entries(model.parameters.of)) {
      const read = again.parameters.of[name]!.value.data;
      const largest = Math.max(...Array.from(value.data, Math.abs));
      for (const [at, number] of value.data.entries())
        expect(Math.abs(number - read[at]!)).toBeLessThanOrEqual(largest / 254 + 1e-7);
    }
    expect(writeModel(again.parameters)).toEqual(bytes);
  });

  it('takes a byte for each number of a matrix, and less than 400 KB', () => {
    expect(bytes.length).toBeLessThan(400_000);
    expect(bytes.length).toBeLessThan(1.2 * model.parameters.values.length);
  });

  it('is refused by a model of another size', () => {
    expect(() => readModel(bytes, newTranslator('the last state', 1).parameters)).toThrow('belongs to another one');
    expect(() => readModel(bytes.subarray(1), model.parameters)).toThrow(`${bytes.length - 1} bytes`);
  });
});
