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
async function started(): Promise<typeof import('../../src/kept/keep.ts').keep> {
  vi.resetModules();
  return (await import('../../src/kept/keep.ts')).keep;
}

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

  it('keeps nothing on disk once the code is newer than what runs', async () => {
    const keep = await started();
    write('lib/softmax.ts', 'newer');
    expect(keep('twice', twice())(Float32Array.of(1))).toEqual(Float32Array.of(2));
    const again = twice();
    (await started())('twice', again)(Float32Array.of(1));
    expect(again).toHaveBeenCalledTimes(1);
  });
});
