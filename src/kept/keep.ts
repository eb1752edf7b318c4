import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';

/** What everything that is computed depends on. */
const sources = [
  '{lib,components,src/encoder,src/cells,src/markdown}/**/*.{ts,json}',
  'src/pack.ts',
  'content/models/*',
  'content/{*,strings/*}.ts',
  'package-lock.json',
];
const folder = '.cache/kept';

const hash = (...parts: (string | Uint8Array)[]): string => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex').slice(0, 24);
};

/** What each source held when it was last read, so that none is read twice. */
const read = new Map<string, { readonly stamp: string; readonly hash: string }>();

function hashOf(file: string): string {
  const { mtimeMs, size } = statSync(file);
  const stamp = `${mtimeMs} ${size}`;
  const known = read.get(file);
  if (known?.stamp === stamp) return known.hash;
  const held = { stamp, hash: hash(readFileSync(file)) };
  read.set(file, held);
  return held.hash;
}

const allSources = (): string =>
  hash(
    process.version,
    ...globSync(sources)
      .toSorted()
      .flatMap((file) => [file, hashOf(file)]),
  );

/** What has been loaded was made of these; once they change, what runs may be older than they are, and is not kept on disk. */
const atStart = allSources();

let isAsAtStart: boolean | undefined;

/** Asked once a turn of the event loop: what changes meanwhile is not loaded before the next. */
function isUnchanged(): boolean {
  if (isAsAtStart === undefined) {
    isAsAtStart = allSources() === atStart;
    setImmediate(() => (isAsAtStart = undefined));
  }
  return isAsAtStart;
}

/** Where what is kept stands on disk, from the root of the repository. */
export const keptIn = `${folder}/${atStart}`;

/**
 * A pure function that does nothing twice. What it gave is kept in memory as long as the module stands that asks
 * (the development server makes it again when its code changes), and on disk under a key made of its name, of what it
 * was asked and of all code and models: a change of any of them makes another key.
 *
 * @param name Its own in the whole site.
 * @param pure Takes and gives what can be copied: numbers, texts, arrays, plain objects.
 */
export function keep<Asked extends readonly unknown[], Given>(
  name: string,
  pure: (...asked: Asked) => Given,
): (...asked: Asked) => Given {
  const given = new Map<string, Given>();
  return (...asked) => {
    const key = hash(serialize(asked));
    if (!given.has(key))
      given.set(
        key,
        onDisk(hash(name, key), () => pure(...asked)),
      );
    return given.get(key)!;
  };
}

/** As {@link keep}, of a function that takes its time. */
export function keepLater<Asked extends readonly unknown[], Given>(
  name: string,
  pure: (...asked: Asked) => Promise<Given>,
): (...asked: Asked) => Promise<Given> {
  const given = new Map<string, Promise<Given>>();
  return (...asked) => {
    const key = hash(serialize(asked));
    const make = async (): Promise<Given> => {
      const file = fileOf(hash(name, key));
      const there = readKept<Given>(file);
      if (there) return there.given;
      const made = await pure(...asked);
      writeKept(file, made);
      return made;
    };
    const kept = given.get(key) ?? make();
    given.set(key, kept);
    // What failed once may do better the next time.
    kept.catch(() => given.delete(key));
    return kept;
  };
}

/** Where on disk something is kept, if it may be. */
const fileOf = (name: string): string | undefined => (isUnchanged() ? `${keptIn}/${name}` : undefined);

function onDisk<Given>(name: string, make: () => Given): Given {
  const file = fileOf(name);
  const there = readKept<Given>(file);
  if (there) return there.given;
  const made = make();
  writeKept(file, made);
  return made;
}

function readKept<Given>(file: string | undefined): { readonly given: Given } | undefined {
  try {
    return file === undefined ? undefined : { given: deserialize(readFileSync(file)) as Given };
  } catch {
    // Not there yet.
    return undefined;
  }
}

function writeKept(file: string | undefined, made: unknown): void {
  if (file === undefined) return;
  try {
    for (const other of globSync(`${folder}/*`))
      if (!other.endsWith(atStart)) rmSync(other, { recursive: true, force: true });
    mkdirSync(keptIn, { recursive: true });
    // Written aside and moved into place whole, since a build and tests may do this at once.
    writeFileSync(`${file}.${process.pid}`, serialize(made));
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // A folder that cannot be written costs time, not truth.
  }
}
