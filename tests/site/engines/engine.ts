export type Key = 'ArrowLeft' | 'ArrowRight' | 'ArrowDown' | 'ArrowUp' | 'Enter';

/** What the tests ask of a browser, whichever drives it: what a reader does, and a look at the page. */
export interface Engine {
  /** Opens an address and waits until the page is loaded. */
  open(address: string): Promise<void>;
  /** Runs a function in the page; it sees nothing but its arguments. */
  run<A extends unknown[], R>(script: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  hover(selector: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** Presses a key where the focus is. */
  press(key: Key): Promise<void>;
  /** Writes into a box as a person does: all that stood there selected, then key by key. */
  type(selector: string, text: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser that may be on this machine. */
export interface Candidate {
  readonly name: string;
  /** What it is opened with and where it was found, or what is missing. */
  find(): { readonly launch: (downloads: string) => Promise<Engine> } | { readonly missing: string };
}
