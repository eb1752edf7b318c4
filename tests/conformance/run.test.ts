import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runFolder } from './run.ts';

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));

function run(directory: string | undefined, implementation?: string) {
  const lines: string[] = [];
  const code = runFolder(directory, (line) => lines.push(line), implementation);
  return { code, lines };
}

describe('npm run conformance', () => {
  const npm = (...args: string[]) => {
    const { status, stdout } = spawnSync('npm', ['run', '--silent', 'conformance', '--', ...args], {
      encoding: 'utf8',
    });
    return { status, last: stdout.trimEnd().split('\n').at(-1) };
  };

  it('exits 0 when every case passes', () => {
    expect(npm(join(fixtures, 'passing'))).toEqual({ status: 0, last: '3 passed, 0 failed' });
  }, 30_000);

  it('takes the name of what computes', () => {
    expect(npm(join(fixtures, 'passing'), '--implementation', 'kernel')).toEqual({
      status: 0,
      last: '3 passed, 0 failed',
    });
    expect(npm(join(fixtures, 'mixed'), '--implementation', 'kernel')).toEqual({
      status: 1,
      last: '1 passed, 1 failed',
    });
  }, 30_000);

  it('exits 1 when a case fails, and when there is no folder', () => {
    expect(npm(join(fixtures, 'mixed'))).toEqual({ status: 1, last: '1 passed, 1 failed' });
    expect(npm().status).toBe(1);
  }, 30_000);
});

describe('runFolder', () => {
  it('prints a line for each failure and closes with the count', () => {
    expect(run(join(fixtures, 'mixed'))).toEqual({
      code: 1,
      lines: ['wrong.json: Y[0] should be 15.01, but is 15.', '1 passed, 1 failed'],
    });
  });

  it.each(['readable', 'kernel', 'blocked-ts'])('runs the cases through %s', (implementation) => {
    expect(run(join(fixtures, 'passing'), implementation)).toEqual({ code: 0, lines: ['3 passed, 0 failed'] });
    expect(run(join(fixtures, 'mixed'), implementation).lines[0]).toMatch(
      /^wrong\.json: Y\[0\] should be 15\.01, but is 1[45]\.?\d*\.$/,
    );
  });

  it('fails on an implementation that there is not', () => {
    expect(run(join(fixtures, 'passing'), 'turbo')).toEqual({
      code: 1,
      lines: ['There is no implementation turbo: name one of readable, kernel, blocked-ts.'],
    });
  });

  it('fails on a folder that is missing, not given, or without cases', () => {
    expect(run('/no/such/folder')).toEqual({ code: 1, lines: [expect.stringMatching(/no folder \/no\/such\/folder/)] });
    expect(run(undefined)).toEqual({ code: 1, lines: [expect.stringMatching(/no folder given.*npm run conformance/)] });
    expect(run(fixtures)).toEqual({ code: 1, lines: [expect.stringMatching(/holds no \.json case/)] });
  });
});

describe('a case', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'conformance-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  const float32 = (dims: number[], data: unknown[]) => ({ dims, dtype: 'float32', data });
  const inputs = { Q: float32([1, 1, 1, 1], [1]), K: float32([1, 1, 1, 1], [1]), V: float32([1, 1, 1, 1], [2]) };
  const verdict = (written: unknown) => {
    writeFileSync(join(directory, 'a.json'), typeof written === 'string' ? written : JSON.stringify(written));
    return run(directory);
  };

  it.each([
    [
      'has a wrong shape',
      { inputs, outputs: { Y: float32([1, 1], [2]) } },
      /Y should be \(1, 1\), but is \(1, 1, 1, 1\)/,
    ],
    [
      'has a NaN for a number',
      { inputs, outputs: { Y: float32([1, 1, 1, 1], ['nan']) } },
      /Y\[0\] should be NaN, but is 2/,
    ],
    [
      'has a number for a NaN',
      { inputs: { ...inputs, V: float32([1, 1, 1, 1], ['nan']) }, outputs: { Y: float32([1, 1, 1, 1], [2]) } },
      /but is NaN/,
    ],
    ['names an unknown output', { inputs, outputs: { Z: float32([1], [2]) } }, /Z is not an output/],
    ['asks for no output', { inputs, outputs: {} }, /asks for no output/],
    ['lacks an input', { inputs: { Q: inputs.Q }, outputs: { Y: inputs.V } }, /needs the inputs Q, K and V/],
    ['is not a case', { hello: 1 }, /not a case/],
    ['is not JSON', '{', /JSON/],
    [
      'has an unknown mode',
      { attributes: { qk_matmul_output_mode: 4 }, inputs, outputs: { Y: inputs.V } },
      /mode 4 is not one of/,
    ],
    [
      'has an unknown precision',
      { attributes: { softmax_precision: 16 }, inputs, outputs: { Y: inputs.V } },
      /softmax_precision 16/,
    ],
    ['has half a cache', { inputs: { ...inputs, past_key: inputs.K }, outputs: { Y: inputs.V } }, /come together/],
    [
      'has no head counts',
      {
        inputs: { Q: float32([1, 1, 1], [1]), K: float32([1, 1, 1], [1]), V: float32([1, 1, 1], [1]) },
        outputs: { Y: inputs.V },
      },
      /q_num_heads/,
    ],
    [
      'holds a word for a number',
      { inputs: { ...inputs, V: float32([1, 1, 1, 1], ['two']) }, outputs: { Y: inputs.V } },
      /"two" is not a number/,
    ],
  ])('that %s fails with a sentence', (_, written, sentence) => {
    const { code, lines } = verdict(written);
    expect(code).toBe(1);
    expect(lines[0]).toMatch(sentence);
    expect(lines[1]).toBe('0 passed, 1 failed');
  });

  it('passes on numbers that JSON cannot write', () => {
    for (const value of ['inf', '-inf', 'nan', 'Infinity', 'NaN']) {
      const V = float32([1, 1, 1, 1], [value]);
      expect(verdict({ inputs: { ...inputs, V }, outputs: { Y: V } }).code).toBe(0);
    }
  });
});
