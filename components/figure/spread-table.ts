import type { Spread } from '../plots/spread.ts';
import { exact, type NumberTable } from './number-table.ts';

/** What a table lists of one thing in each group: over several seeds, or one share where there are none. */
export interface Listed {
  readonly name: string;
  readonly shares: Spread | readonly number[];
}

/**
 * Shares in groups, in per cent: of a spread the mean, the lowest and the highest, a column each.
 *
 * @param table Its caption, what the groups are, and their names.
 * @param listed From left to right.
 * @param decimals Of a per cent.
 */
export function spreadTable(
  { caption, corner, rows }: Pick<NumberTable, 'caption' | 'corner' | 'rows'>,
  listed: readonly Listed[],
  decimals = 0,
): NumberTable {
  const columns = listed.flatMap(({ name, shares }) =>
    'means' in shares
      ? ([
          [`${name}, mean`, shares.means],
          [`${name}, lowest`, shares.lowest],
          [`${name}, highest`, shares.highest],
        ] as const)
      : ([[name, shares]] as const),
  );
  return {
    caption,
    ...(corner === undefined ? {} : { corner }),
    rows,
    columns: columns.map(([name]) => name),
    cell: (group, column) => exact(100 * columns[column]![1][group]!, (share) => share.toFixed(decimals)),
  };
}
