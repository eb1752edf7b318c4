import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly resolved?: string;
        readonly dependencies?: Readonly<Record<string, string>>;
        readonly optionalDependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}

/** What the packages of a lock ask for and it does not hold: `npm ci` would refuse it. */
function missing({ packages }: Locked): string[] {
  const isThere = (from: string, name: string): boolean => {
    for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
      if (`${folder && `${folder}/`}node_modules/${name}` in packages) return true;
      if (folder === '') return false;
    }
  };
  return Object.entries(packages).flatMap(([from, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isThere(from, name))
      .map((name) => `${from || 'package.json'} asks for ${name}`),
  );
}

describe.each(['package-lock.json', 'tests/bench/package-lock.json'])('%s', (file) => {
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Locked;

  it('holds everything that its packages ask for', () => {
    expect(missing(lock)).toEqual([]);
  });

  it('names no registry: each machine has its own', () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([]);
  });
});

it('finds what a lock lacks, where it stands in another and at the root', () => {
  const packages = {
    '': { dependencies: { a: '1', b: '1' } },
    'node_modules/a': { dependencies: { c: '1' }, optionalDependencies: { d: '1' } },
    'node_modules/a/node_modules/c': { dependencies: { a: '1' } },
  };
  expect(missing({ packages })).toEqual(['package.json asks for b', 'node_modules/a asks for d']);
});
