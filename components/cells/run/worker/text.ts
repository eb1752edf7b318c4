import { longestText } from '../../outcome.ts';
import { kindOf, tensorIn, type AnyTypedArray } from './kind.ts';

const { stringify } = JSON;
const { keys } = Object;
const deepest = 5;

/** A value as code would write it, cut where it is long. What the reader's own getters throw, it says. */
export function textOf(value: unknown): string {
  const text = write(value, 0, longestText);
  return text.length > longestText ? `${cut(text)}…` : text;
}

/** What `console.log` prints: texts as they are. */
export const printedText = (value: unknown): string =>
  typeof value === 'string' ? (value.length > longestText ? `${cut(value)}…` : value) : textOf(value);

/** Of the string's own methods the reader may have made something else. */
function cut(text: string): string {
  let short = '';
  for (let i = 0; i < longestText; i++) short += text[i]!;
  return short;
}

function write(value: unknown, depth: number, room: number): string {
  try {
    if (typeof value === 'string') return stringify(value.length > longestText ? `${cut(value)}…` : value);
    if (typeof value === 'number') return value === 0 && 1 / value < 0 ? '-0' : `${value}`;
    if (typeof value === 'bigint') return `${value}n`;
    if (typeof value === 'symbol') return 'Symbol()';
    if (typeof value === 'function') return `ƒ ${value.name}`;
    if (typeof value !== 'object' || value === null) return `${value}`;
    const tensor = tensorIn(value);
    const kind = kindOf(value);
    if (tensor) return `Tensor ${listed('(', ')', tensor.shape, depth, room)} ${list(tensor.data, depth, room)}`;
    if (depth > deepest) return '…';
    if (kind === 'Array') return list(value as unknown[], depth, room);
    if (ArrayBuffer.isView(value))
      return `${kind}(${(value as AnyTypedArray).length}) ${list(value as AnyTypedArray, depth, room)}`;
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    if (value instanceof Date || value instanceof RegExp) return `${value}`;
    if (value instanceof Promise) return 'Promise: write await before it to see what it brings';
    if (value instanceof Map || value instanceof Set) return `${kind}(${value.size}) ${list([...value], depth, room)}`;
    return `${kind === 'Object' ? '' : `${kind} `}${fields(value, depth, room)}`;
  } catch {
    return '(a value that cannot be shown: reading it throws an error)';
  }
}

const list = (values: ArrayLike<unknown>, depth: number, room: number): string => listed('[', ']', values, depth, room);

function listed(open: string, close: string, values: ArrayLike<unknown>, depth: number, room: number): string {
  let text = open;
  for (let i = 0; i < values.length; i++) {
    if (i > 0) text += ', ';
    if (text.length > room) return `${text}…${close}`;
    text += write(values[i], depth + 1, room - text.length);
  }
  return text + close;
}

function fields(value: object, depth: number, room: number): string {
  const names = keys(value);
  if (names.length === 0) return '{}';
  let text = '{ ';
  for (let i = 0; i < names.length; i++) {
    if (i > 0) text += ', ';
    if (text.length > room) return `${text}… }`;
    text += `${names[i]}: ${write((value as Record<string, unknown>)[names[i]!], depth + 1, room - text.length)}`;
  }
  return `${text} }`;
}
