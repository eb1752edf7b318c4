/** Bytes that a cell may take at once. */
export const largestArray = 64e6;
/** A plain array's numbers take eight bytes each, once they are there. */
const bytesOfEntry = 8;

type Constructor = abstract new (...given: never[]) => object;

/**
 * Puts a guard before everything that makes a large array at once. It does not see what grows bit by
 * bit, as a list that is pushed to or a text that is doubled: that, the engine ends itself.
 */
export function guardAllocations(global: Record<string, unknown>): void {
  const refuse = (bytes: number): void => {
    if (bytes > largestArray)
      throw new RangeError(
        `This would take ${Math.round(bytes / 1e6)} MB. A cell may take ${Math.round(largestArray / 1e6)} MB at once.`,
      );
  };
  const lengthOf = (first: unknown): number =>
    typeof first === 'number' ? first : Number((first as { length?: unknown } | null | undefined)?.length ?? 0);
  const guard = (name: string, bytesOf: (given: readonly unknown[]) => number): void => {
    const original = global[name] as Constructor | undefined;
    if (!original) return;
    const guarded: Constructor = new Proxy(original, {
      construct: (target, given: unknown[], newTarget) => {
        refuse(bytesOf(given));
        return Reflect.construct(target as never, given, newTarget === guarded ? target : newTarget) as object;
      },
      apply: (target, self, given: unknown[]) => {
        refuse(bytesOf(given));
        return Reflect.apply(target as never, self, given) as unknown;
      },
    });
    // The way back from an instance leads to the guard too.
    Object.defineProperty(original.prototype, 'constructor', { value: guarded, writable: true, configurable: true });
    global[name] = guarded;
  };
  for (const name of Object.getOwnPropertyNames(global)) {
    if (!/^(Big)?(Int|Uint|Float)\d+(Clamped)?Array$/.test(name)) continue;
    const { BYTES_PER_ELEMENT } = global[name] as { BYTES_PER_ELEMENT: number };
    guard(name, ([first]) => (first instanceof ArrayBuffer ? 0 : lengthOf(first) * BYTES_PER_ELEMENT));
  }
  guard('ArrayBuffer', ([length]) => Number(length));
  guard('Array', (given) => (given.length === 1 && typeof given[0] === 'number' ? given[0] * bytesOfEntry : 0));
  const { from } = Array;
  Array.from = function (this: unknown, ...given: Parameters<typeof from>) {
    refuse(lengthOf(given[0]) * bytesOfEntry);
    return Reflect.apply(from, this, given) as unknown[];
  } as typeof from;
  const { repeat } = String.prototype;
  String.prototype.repeat = function (count) {
    refuse(`${this}`.length * count);
    return Reflect.apply(repeat, this, [count]);
  };
}
