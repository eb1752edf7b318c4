/**
 * The part of an address after its #: perhaps an anchor, then what figures were set to,
 * `#what-it-can-do&masks.mask=window&masks.radius=2`. A name before the dot is a figure's.
 */
export interface Address {
  readonly anchor: string;
  readonly values: ReadonlyMap<string, string>;
}

/** Never fails: what cannot be read stays text, for the figure it names to refuse. */
export function readAddress(hash: string): Address {
  const [first = '', ...rest] = hash.replace(/^#/, '').split('&');
  const anchor = first.includes('=') ? '' : first;
  const values = new URLSearchParams((anchor === first ? rest : [first, ...rest]).join('&'));
  return { anchor, values: new Map(values) };
}

/** @returns The hash with its #, or nothing when there is nothing to say. */
export function writeAddress({ anchor, values }: Address): string {
  const parts = [anchor, new URLSearchParams([...values]).toString()].filter((part) => part !== '');
  return parts.length === 0 ? '' : `#${parts.join('&')}`;
}
