import { keep } from 'virtual:kept';
import { attentionConnections, recurrentConnections, type Connections } from '#lib/complexity/connections.ts';
import { shortestRoute } from '#lib/complexity/shortestRoute.ts';

/** How many steps lead from the first of n positions to the last, found by walking; a window reaches w to either side. */
export const longestPaths = keep('complexity-table paths', (n: number, w: number) => {
  const path = (connections: Connections): number => shortestRoute(connections, 0, n - 1)!.length - 1;
  return {
    attention: path(attentionConnections(n)),
    window: path(attentionConnections(n, w)),
    recurrence: path(recurrentConnections(n)),
  };
});
