import { expect, test } from 'vitest';
import { pack, unpack } from '../../components/model/packed-json.ts';

test('what travels comes back, its arrays to the nearest ten-thousandth', () => {
  const value = {
    text: 'bank',
    none: null,
    cosines: [0.123456, 3e-7],
    layers: [{ scores: [Float32Array.of(0.27004, -1.5, 12.00006)] }, {}],
  };
  const back = unpack<typeof value>(pack(value));
  expect(back).toEqual({ ...value, layers: [{ scores: [Float32Array.of(0.27, -1.5, 12.0001)] }, {}] });
  expect(unpack(pack(back))).toEqual(back);
});

test('a rounded array is short', () => {
  expect(pack(Float32Array.of(1 / 3, 0))).toBe('{"steps":[3333,0]}');
});
