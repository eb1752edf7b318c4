import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const home = process.cwd();
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-'));
  mkdirSync(join(root, 'lib'));
  mkdirSync(join(root, 'content/models'), { recursive: true });
  write('lib/softmax.ts', 'of the highest');
  process.chdir(root);
});
afterEach(() => {
  process.chdir(home);
  rmSync(root, { recursive: true });
});

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}

/** As another process would load it. */
async function loaded(): Promise<typeof import('../../src/kept/keep.ts')> {
  vi.resetModules();
  return import('../../src/kept/keep.ts');
}
const started = async () => (await loaded()).keep;

const twice = () => vi.fn((numbers: Float32Array) => numbers.map((number) => 2 * number));

describe('keep(name, pure)', () => {
  it('runs once for each that is asked, though the same is asked in another object', async () => {
    const pure = twice();
    const kept = (await started())('twice', pure);
    expect(kept(Float32Array.of(1, 2))).toEqual(Float32Array.of(2, 4));
    expect(kept(Float32Array.of(1, 2))).toEqual(Float32Array.of(2, 4));
    expect(pure).toHaveBeenCalledTimes(1);
    expect(kept(Float32Array.of(3, 2))).toEqual(Float32Array.of(6, 4));
  });

  it('is not run by the next process, and by no other name', async () => {
    (await started())('twice', twice())(Float32Array.of(0.1));
    const [again, other] = [twice(), vi.fn(() => 'other')];
    const keep = await started();
    expect(keep('twice', again)(Float32Array.of(0.1))).toEqual(Float32Array.of(0.2));
    expect(again).not.toHaveBeenCalled();
    expect(keep('other', other)()).toBe('other');
  });

  it.each([
    ['code', 'lib/softmax.ts'],
    ['a model', 'content/models/new.bin'],
  ])('is run again when %s has changed, and what was kept before is gone', async (_, path) => {
    (await started())('twice', twice())(Float32Array.of(1));
    const before = readdirSync('.cache/kept');
    write(path, 'of another kind');
    const again = twice();
    (await started())('twice', again)(Float32Array.of(1));
    expect(again).toHaveBeenCalledTimes(1);
    expect(readdirSync('.cache/kept')).toHaveLength(1);
    expect(readdirSync('.cache/kept')).not.toEqual(before);
  });

  it('holds also of what takes its time, and what failed is tried again', async () => {
    const slow = vi.fn((number: number) => Promise.resolve(2 * number));
    const { keepLater } = await loaded();
    const kept = keepLater('slow', slow);
    expect(await Promise.all([kept(1), kept(1)])).toEqual([2, 2]);
    expect(slow).toHaveBeenCalledTimes(1);
    expect(await (await loaded()).keepLater('slow', slow)(1)).toBe(2);
    expect(slow).toHaveBeenCalledTimes(1);
    const failing = vi.fn<() => Promise<number>>().mockRejectedValueOnce(new Error('Not now.')).mockResolvedValue(3);
    const tried = keepLater('failing', failing);
    await expect(tried()).rejects.toThrow('Not now.');
    expect(await tried()).toBe(3);
  });

  it('keeps nothing on disk once the code is newer than what runs', async () => {
    const keep = await started();
    write('lib/softmax.ts', 'newer');
    expect(keep('twice', twice())(Float32Array.of(1))).toEqual(Float32Array.of(2));
    const again = twice();
    (await started())('twice', again)(Float32Array.of(1));
    expect(again).toHaveBeenCalledTimes(1);
  });
});
