/** What goes into a run of cells and what comes out of it. A page's cells are one program, run from the top. */

export interface Cell {
  readonly id: string;
  readonly source: string;
  /** Its failure is part of what it shows: the cells after it run, without the names that it declares. */
  readonly meantToFail?: boolean;
}

export type Output =
  | {
      readonly kind: 'value';
      /** Where the cell ends with a declaration: what is declared. */
      readonly name?: string;
      /** What a reader calls it: `number[][]`, `Tensor`, `Float32Array`, `string`. */
      readonly type: string;
      /** Of a regular array, a typed array or a tensor. */
      readonly shape?: readonly number[];
      /**
       * Of the same, where it holds numbers: row-major, and no more than {@link mostNumbers} of them.
       * They may be NaN or infinite, which JSON cannot say.
       */
      readonly numbers?: readonly number[];
      /** The value as code would write it, cut where it is long. */
      readonly text: string;
    }
  | { readonly kind: 'printed'; readonly text: string }
  /** In the place of printed lines: how many were left out, where that is known. */
  | { readonly kind: 'left-out'; readonly count?: number }
  | {
      readonly kind: 'error';
      readonly message: string;
      /** Counted from 1 in the cell's own source. */
      readonly line?: number;
    };

export interface Outcome {
  /** Counted from 0 in the order of the page. */
  readonly cell: number;
  readonly state: 'done' | 'failed' | 'stopped' | 'not-run';
  readonly outputs: readonly Output[];
  /** Milliseconds that the cell itself took. */
  readonly ms?: number;
}

/** Values that every cell finds under these names: plain data, arrays, typed arrays. */
export type AtHand = Readonly<Record<string, unknown>>;

/** A value is cut to this many numbers. */
export const mostNumbers = 4096;
/** A text is cut to this many characters. */
export const longestText = 2000;
/** A cell shows this many printed lines, and says how many it left out. */
export const mostPrinted = 200;
