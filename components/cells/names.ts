import type { CellElement } from './cell-element.ts';

/** What an address calls the changes that it brings. */
export const addressName = 'cells';
export const linkMark = `${addressName}=`;

export const idOf = (cell: CellElement): string => cell.dataset['cell']!;
/** Under which a reader's own code is kept, and whether cells run when they are asked alone. */
export const keptName = (cell: CellElement): string => `cell ${idOf(cell)}`;
export const keptPace = 'cells run when asked';
