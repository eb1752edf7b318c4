import type { Cell, MatrixName } from './matrices.ts';

/** A row, a column or, with both, one number of a matrix. */
export interface Source {
  readonly matrix: MatrixName;
  readonly row?: number;
  readonly column?: number;
}

/**
 * Where a number came from. A score's key is a row of K: the product is with Kᵀ. Inputs came from nowhere.
 *
 * @param cell Which number.
 */
export function sourcesOf({ matrix, row, column }: Cell): readonly Source[] {
  switch (matrix) {
    case 'Q':
    case 'K':
    case 'V':
      return [
        { matrix: 'X', row },
        { matrix: `W${matrix}`, column },
      ];
    case 'scores':
      return [
        { matrix: 'Q', row },
        { matrix: 'K', row: column },
      ];
    case 'scaled':
      return [{ matrix: 'scores', row, column }];
    case 'weights':
      return [{ matrix: 'scaled', row }];
    case 'output':
      return [
        { matrix: 'weights', row },
        { matrix: 'V', column },
      ];
    default:
      return [];
  }
}

/** Whether a cell is among the sources. */
export function isAmong(sources: readonly Source[], cell: Cell): boolean {
  return sources.some(
    ({ matrix, row = cell.row, column = cell.column }) =>
      matrix === cell.matrix && row === cell.row && column === cell.column,
  );
}
