/** A cell on the page. */
export interface CellElement extends HTMLElement {
  /** What the reader has made of its code. */
  code: string;
}

export const partOf = <Part extends HTMLElement = HTMLElement>(cell: CellElement, selector: string): Part =>
  cell.querySelector<Part>(`:scope ${selector}`)!;

/** Says something to the reader, beside the cell's code; or only to those who do not see what has changed there. */
export function sayIn(cell: CellElement, text: string, { isSeen = true } = {}): void {
  const said = partOf(cell, '> .said');
  said.textContent = text;
  said.classList.toggle('visually-hidden', !isSeen);
}

/** What it says now. */
export const saidIn = (cell: CellElement): string => partOf(cell, '> .said').textContent;
