/**
 * A fault of an author's. All that is printed of it is its sentence: where, as file, line and column; what was found;
 * what is expected.
 */
export class Fault extends Error {
  override name = 'Fault';

  constructor(sentence: string) {
    super(sentence);
    // It would lead to the line that found the fault, and not to the author's.
    this.stack = '';
  }

  /** Astro looks in it for names of the browser's interfaces, “window” among them, and would advise about these. */
  override toString(): string {
    return this.name;
  }
}

/** Whether it is one, be it of another copy of this module, or handed on by Vite as a copy of itself. */
export const isFault = (error: unknown): error is Fault => error instanceof Error && error.name === 'Fault';
