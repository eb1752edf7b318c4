import { strings as english, type Strings } from '#content/strings/en.ts';

/** The same, with no Latin letter in it: one that stands on a page does not come from the strings. */
function without(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/\{\w+\}|[A-Za-z]/g, (part) => (part.length > 1 ? part : 'ش'));
  if (typeof value === 'function')
    return (...given: readonly unknown[]) => without((value as (...given: readonly unknown[]) => unknown)(...given));
  if (Array.isArray(value)) return value.map(without);
  return Object.fromEntries(Object.entries(value as object).map(([name, part]) => [name, without(part)]));
}

const { concepts, ...said } = english;
/** Of a concept, that alone is said. */
const named = Object.entries(concepts).map(([id, { name, library }]) => [id, without({ name, library })]);

/** A language that is told from right to left. */
export const strings: Strings = {
  ...(without(said) as Strings),
  concepts: Object.fromEntries(named) as Strings['concepts'],
  dir: 'rtl',
};
