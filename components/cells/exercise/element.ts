/** An exercise on the page. */
export interface ExerciseElement extends HTMLElement {
  readonly starter: string;
  /** What the reader has made of it. */
  code: string;
  /** What the reader's code is kept under. */
  readonly name: string;
  find(selector: string): HTMLElement;
  pass(isRight: boolean): void;
}
