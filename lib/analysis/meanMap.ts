/**
 * One attention map in place of a layer's several: the mean over its heads. Rows still
 * sum to 1. It says where a layer looks on the whole, and hides that its heads differ.
 *
 * @param maps One map a head, each `(n, m)` row-major.
 * @returns `(n, m)`.
 * @throws RangeError when there is no map, or their sizes differ.
 */
export function meanMap(maps: readonly Float32Array[]): Float32Array {
  const [first] = maps;
  if (!first) throw new RangeError('There is no mean of no maps: give at least one head.');
  const odd = maps.find(({ length }) => length !== first.length);
  if (odd)
    throw new RangeError(`Maps of ${first.length} and ${odd.length} weights have no mean: give heads of one layer.`);
  return first.map((_, cell) => maps.reduce((sum, map) => sum + map[cell]!, 0) / maps.length);
}
