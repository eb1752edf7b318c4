import { align, formatVersion, magic, preludeLength, storedLength } from './container.ts';
import type { StoredTensor, StoredType } from './container.ts';
import { layout } from './layout.ts';
import type { PartName } from './layout.ts';
import { quantise } from '../quantise.ts';
import type { Vocabulary } from './vocabulary.ts';

type Numbers = Int8Array | Float32Array | Float64Array | Uint8Array;

interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: StoredType;
  readonly data: Numbers;
}

/**
 * Packs one part of the encoder into the format of `container.ts`: matrices and the
 * embedding as int8, biases and normalisations as float32. The same input gives the
 * same bytes on every machine.
 *
 * @param tensors Every tensor of the layout by name, from `originalTensors`.
 * @param vocabulary Stored in the `maps` part, so that one download is enough to tokenize.
 * @throws RangeError when a tensor is missing.
 */
export function pack(part: PartName, tensors: ReadonlyMap<string, Float32Array>, vocabulary: Vocabulary): Uint8Array {
  const entries: Entry[] = part === 'maps' ? vocabularyEntries(vocabulary) : [];
  for (const { name, shape } of layout.filter((plan) => plan.part === part)) {
    const data = tensors.get(name);
    if (!data) throw new RangeError(`The tensor ${name} is missing, so the ${part} part cannot be packed.`);
    entries.push(...tensorEntries(name, shape, data));
  }
  return write(part, entries);
}

function vocabularyEntries({ pieces, scores }: Vocabulary): Entry[] {
  const text = new TextEncoder().encode(pieces.join('\n'));
  const numbers = Float64Array.from(scores);
  return [
    { name: 'vocabulary.pieces', shape: [text.length], type: 'utf8', data: text },
    { name: 'vocabulary.scores', shape: [numbers.length], type: 'float64', data: numbers },
  ];
}

function tensorEntries(name: string, shape: readonly number[], data: Float32Array): Entry[] {
  const [rows = 0, columns] = shape;
  if (columns === undefined) return [{ name, shape, type: 'float32', data }];
  const { values, scales } = quantise(data, rows, columns, name === 'embedding' ? 0 : 1);
  return [
    { name, shape, type: 'int8', data: values },
    { name: `${name}.scales`, shape: [scales.length], type: 'float32', data: scales },
  ];
}

function write(part: PartName, entries: readonly Entry[]): Uint8Array {
  let offset = 0;
  const tensors = entries.map(({ name, shape, type }): StoredTensor => {
    const stored = { name, shape, type, offset };
    offset = align(offset + storedLength(stored));
    return stored;
  });
  const json = new TextEncoder().encode(JSON.stringify({ part, tensors }));
  const dataStart = align(preludeLength + json.length);
  const bytes = new Uint8Array(dataStart + offset);
  const view = new DataView(bytes.buffer);

  bytes.set(new TextEncoder().encode(magic), 0);
  view.setUint32(4, formatVersion, true);
  view.setUint32(8, dataStart - preludeLength, true);
  bytes.fill(' '.charCodeAt(0), preludeLength, dataStart);
  bytes.set(json, preludeLength);
  for (const [index, { data }] of entries.entries())
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), dataStart + tensors[index]!.offset);
  return bytes;
}
