import { mostNumbers, type Output } from '../../outcome.ts';
import { isTyped, kindOf, tensorIn } from './kind.ts';
import { textOf } from './text.ts';

const { isArray } = Array;

/** A value as it crosses to the page: its type, its shape, its first numbers, a short text. */
export function summaryOf(value: unknown, name?: string): Output {
  const text = textOf(value);
  const named = name === undefined ? {} : { name };
  try {
    return { kind: 'value', ...named, ...formOf(value), text };
  } catch {
    // A getter of the reader's own threw.
    return { kind: 'value', ...named, type: 'object', text };
  }
}

interface Form {
  readonly type: string;
  readonly shape?: readonly number[];
  readonly numbers?: readonly number[];
}

function formOf(value: unknown): Form {
  const tensor = tensorIn(value);
  if (tensor) return { type: 'Tensor', shape: copied(tensor.shape), numbers: copied(tensor.data) };
  if (isTyped(value)) return { type: kindOf(value), shape: [value.length], numbers: copied(value) };
  if (isArray(value)) return formOfArray(value);
  return { type: leafType(value) };
}

const leafType = (value: unknown): string => {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  const kind = kindOf(value);
  return tensorIn(value) ? 'Tensor' : kind === 'Object' ? 'object' : kind;
};

/** A circle of arrays has no end. */
const deepest = 8;

const holdsArraysAlone = (level: readonly unknown[]): level is readonly (readonly unknown[])[] => {
  for (let i = 0; i < level.length; i++) if (!isArray(level[i])) return false;
  return level.length > 0;
};

/** Arrays within arrays, as far as all are alike: `number[][]`, and a shape where all rows are equally long. */
function formOfArray(value: readonly unknown[]): Form {
  let level = value;
  let isRegular = true;
  const shape = [value.length];
  while (holdsArraysAlone(level) && shape.length < deepest) {
    const { length } = level[0]!;
    const flat: unknown[] = [];
    for (let i = 0; i < level.length; i++) {
      const row = level[i]!;
      isRegular &&= row.length === length;
      for (let j = 0; j < row.length; j++) flat[flat.length] = row[j];
    }
    shape[shape.length] = length;
    level = flat;
  }
  isRegular &&= !holdsArraysAlone(level);
  let type = level.length > 0 ? leafType(level[0]) : 'unknown';
  for (let i = 1; i < level.length; i++) if (leafType(level[i]) !== type) type = 'unknown';
  const isNumeric = type === 'number';
  for (let i = 0; i < shape.length; i++) type += '[]';
  return {
    type,
    ...(isRegular && { shape }),
    ...(isRegular && isNumeric && { numbers: copied(level as readonly number[]) }),
  };
}

function copied(numbers: ArrayLike<number>): number[] {
  const copy: number[] = [];
  for (let i = 0; i < numbers.length && i < mostNumbers; i++) copy[i] = numbers[i]!;
  return copy;
}
