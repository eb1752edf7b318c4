/**
 * Code that is fetched when it is first needed. A browser remembers which script it could not have
 * and never asks for it again under that name: after a failure it is asked for by another one.
 */
export class LateCode<Module> {
  readonly #load: () => Promise<Module>;
  #missing: string | undefined;
  #tries = 0;

  constructor(load: () => Promise<Module>) {
    this.#load = load;
  }

  /** @throws Error when the code cannot be had; the next call tries again. */
  async fetch(): Promise<Module> {
    try {
      if (this.#missing === undefined) return await this.#load();
      return (await import(/* @vite-ignore */ `${this.#missing}?again=${++this.#tries}`)) as Module;
    } catch (error) {
      this.#missing ??= /https?:\S+\.js/.exec((error as Error).message)?.[0];
      throw error;
    }
  }
}
