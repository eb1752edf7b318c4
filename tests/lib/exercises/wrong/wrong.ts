/** A typical mistake: the reader's code as text, and what the checker has to say of it. */
export interface Wrong {
  readonly mistake: string;
  readonly source: string;
  /** The name of the case that it must fail. */
  readonly fails: string;
  readonly sentence: string | RegExp;
}
