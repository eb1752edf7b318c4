import { describe, expect, it } from 'vitest';
import { advance, assemble, f32x4, i32, repeat, routine, when } from '../../../lib/kernels/wasm/assembler.ts';

interface Made {
  readonly memory: WebAssembly.Memory;
  readonly run: (...numbers: number[]) => void;
}

function made(run: Parameters<typeof assemble>[0][string]): Made {
  const bytes = assemble({ run }, 1);
  expect(WebAssembly.validate(bytes)).toBe(true);
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as Made;
}
const floats = ({ memory }: Made): Float32Array => new Float32Array(memory.buffer);

describe('the assembler', () => {
  it('writes a module that names its routines and its memory', () => {
    const empty = routine({}, () => []);
    const module = new WebAssembly.Module(assemble({ one: empty, two: empty }, 3));
    expect(WebAssembly.Module.exports(module).map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'memory memory',
      'function one',
      'function two',
    ]);
    expect((new WebAssembly.Instance(module).exports['memory'] as WebAssembly.Memory).buffer.byteLength).toBe(
      3 * 65_536,
    );
  });

  it('computes with four numbers at a time', () => {
    const instance = made(
      routine({ address: 'i32', factor: 'f32' }, ({ address, factor }) => [
        f32x4.store(
          address.get,
          16,
          f32x4.add(f32x4.mul(f32x4.load(address.get), f32x4.splat(factor.get)), f32x4.const(0.5)),
        ),
      ]),
    );
    floats(instance).set([1, 2, 3, 4]);
    instance.run(0, 10);
    expect([...floats(instance).subarray(4, 8)]).toEqual([10.5, 20.5, 30.5, 40.5]);
  });

  it('is refused by TypeScript where types do not fit', () => {
    const vector = f32x4.const(1);
    // @ts-expect-error A vector is no address.
    f32x4.load(vector);
    // @ts-expect-error An address is no vector.
    f32x4.add(vector, i32.const(1));
    // @ts-expect-error A store leaves nothing to add.
    f32x4.add(vector, f32x4.store(i32.const(0), 0, vector));
    routine({ address: 'i32' }, ({ address }) => [
      // @ts-expect-error A variable keeps its type.
      address.set(vector),
    ]);
  });

  it('repeats as often as it is told, moving on', () => {
    const instance = made(
      routine({ address: 'i32', count: 'i32' }, ({ address, count }) => [
        when(count.get, repeat(count, f32x4.store(address.get, 0, f32x4.const(7)), advance(address, 16))),
      ]),
    );
    instance.run(16, 3);
    instance.run(0, 0);
    expect([...floats(instance).subarray(0, 20)]).toEqual([
      ...Array(4).fill(0),
      ...Array(12).fill(7),
      ...Array(4).fill(0),
    ]);
  });

  it('writes whole numbers of any size and sign', () => {
    for (const value of [0, 1, -1, 63, 64, -64, -65, 8191, 8192, -8193, 2 ** 31 - 1, -(2 ** 31)]) {
      const instance = made(
        routine({ given: 'i32' }, ({ given }) => [
          // A difference of 0 leaves the 1 where it is.
          f32x4.store(i32.const(0), 0, f32x4.const(1)),
          when(i32.sub(given.get, i32.const(value)), f32x4.store(i32.const(0), 0, f32x4.const(-1))),
        ]),
      );
      instance.run(value);
      expect(floats(instance)[0], String(value)).toBe(1);
      instance.run(value + 1);
      expect(floats(instance)[0], String(value)).toBe(-1);
    }
  });

  it('keeps more variables than one byte can count', () => {
    const instance = made(
      routine({ address: 'i32' }, ({ address }, local) => {
        const many = Array.from({ length: 150 }, () => local('v128'));
        return [
          ...many.map((variable, index) => variable.set(f32x4.const(index))),
          f32x4.store(address.get, 0, many.map(({ get }) => get).reduce(f32x4.add)),
        ];
      }),
    );
    instance.run(0);
    expect(floats(instance)[0]).toBe((149 * 150) / 2);
  });
});
