import { say, type Said } from '../say.ts';

/** By which name each script can be had: what two others import stays one. */
const names = new Map<string, Promise<string>>();

function nameOf(url: string): Promise<string> {
  const name = names.get(url) ?? reachable(url);
  names.set(url, name);
  name.catch(() => names.delete(url));
  return name;
}

/**
 * A browser remembers which script it could not have, and never asks for it again under that name;
 * what imports that one fails with it. Such a script is copied, and its copy imports the others by
 * the names that they can be had by. What did come stays the one that it is.
 */
async function reachable(url: string): Promise<string> {
  try {
    // eslint-disable-next-line no-restricted-syntax
    await import(/* @vite-ignore */ url);
    return url;
  } catch {
    const response = await fetch(url);
    if (response.status === 404) throw new Error(say('siteChanged'));
    if (!response.ok) throw new Error(say('connection'));
    // What it imports later, it asks for by the whole address: a copy has no place of its own.
    const script = (await response.text()).replaceAll(
      /\bimport\(\s*["'`](\.\/[\w.-]+\.js)["'`]/g,
      (_, part: string) => `import(${JSON.stringify(new URL(part, url).href)}`,
    );
    const parts = script.split(/(?<=\b(?:from|import)\s*["'`])(\.\/[\w.-]+\.js)(?=["'`])/);
    const named = await Promise.all(
      parts.map((part, at) =>
        at % 2 === 1 ? nameOf(new URL(part, url).href) : part.replaceAll('import.meta.url', JSON.stringify(url)),
      ),
    );
    return URL.createObjectURL(new Blob(named, { type: 'text/javascript' }));
  }
}

/** Code that is fetched when it is first needed, with all that it imports. */
export class LateCode<Module> {
  readonly #what: keyof Said;
  readonly #load: () => Promise<Module>;
  #missing: string | undefined;

  /** @param what It is, as the subject of a sentence for the reader. */
  constructor(what: keyof Said, load: () => Promise<Module>) {
    this.#what = what;
    this.#load = load;
  }

  /** @throws Error with a sentence for the reader when the code cannot be had; the next call tries again. */
  async fetch(): Promise<Module> {
    try {
      if (this.#missing === undefined) return await this.#load();
    } catch (error) {
      // Without its name, the browser at hand is one that asks again.
      this.#missing = /https?:\S+\.js/.exec((error as Error).message)?.[0];
      if (this.#missing === undefined) throw this.#fault(say('connection'), error);
    }
    try {
      // eslint-disable-next-line no-restricted-syntax
      return (await import(/* @vite-ignore */ await nameOf(this.#missing!))) as Module;
    } catch (error) {
      const why = error instanceof TypeError ? say('connection') : (error as Error).message;
      throw this.#fault(why, error);
    }
  }

  #fault(why: string, cause: unknown): Error {
    return new Error(say('notFetched', { what: say(this.#what), why }), { cause });
  }
}
