import { quantise } from '../quantise.ts';
import type { Parameter, Parameters } from './parameters.ts';

/** The parameters of a matrix shape, and the others, each in the order of the model. */
function sorted({ of }: Parameters): { readonly matrices: Parameter[]; readonly vectors: Parameter[] } {
  const all = Object.values(of);
  const isMatrix = ({ value }: Parameter): boolean => value.shape.length === 2;
  return { matrices: all.filter(isMatrix), vectors: all.filter((parameter) => !isMatrix(parameter)) };
}

/** How many bytes a model takes: a byte for each number of a matrix, four for each scale and each number of a vector. */
function bytesOf(parameters: Parameters): { readonly floats: number; readonly whole: number } {
  const { matrices, vectors } = sorted(parameters);
  const scales = matrices.reduce((sum, { value }) => sum + value.shape[1]!, 0);
  return {
    floats: scales + vectors.reduce((sum, { value }) => sum + value.data.length, 0),
    whole: matrices.reduce((sum, { value }) => sum + value.data.length, 0),
  };
}

/**
 * A model as bytes: vectors and the scales of matrices in float32 (little-endian), then all matrices rounded to
 * 8 bits with one scale per column. What the bytes mean is said by the model that they are read into.
 *
 * @param parameters All of a model's.
 */
export function writeModel(parameters: Parameters): Uint8Array<ArrayBuffer> {
  const { floats, whole } = bytesOf(parameters);
  const { matrices, vectors } = sorted(parameters);
  const bytes = new Uint8Array(4 * floats + whole);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const write = (numbers: ArrayLike<number>): void => {
    for (let i = 0; i < numbers.length; i++, at += 4) view.setFloat32(at, numbers[i]!, true);
  };
  for (const { value } of vectors) write(value.data);
  const rounded = matrices.map(({ value }) => {
    const [rows, columns] = value.shape as [number, number];
    return quantise(Float32Array.from(value.data), rows, columns, 1);
  });
  for (const { scales } of rounded) write(scales);
  for (const { values } of rounded) {
    bytes.set(new Uint8Array(values.buffer), at);
    at += values.length;
  }
  return bytes;
}

/**
 * Fills a model with the numbers of a file.
 *
 * @param bytes As {@link writeModel} wrote them.
 * @param parameters All of a model's, of the same sizes; their values are replaced.
 * @throws RangeError when the file is longer or shorter than the model.
 */
export function readModel(bytes: Uint8Array, parameters: Parameters): void {
  const { floats, whole } = bytesOf(parameters);
  if (bytes.length !== 4 * floats + whole)
    throw new RangeError(
      `This file of ${bytes.length} bytes does not fit a model of ${4 * floats + whole}: it belongs to another one, or a part is missing.`,
    );
  const { matrices, vectors } = sorted(parameters);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const read = (count: number): Float32Array =>
    Float32Array.from({ length: count }, () => view.getFloat32((at += 4) - 4, true));
  for (const { value } of vectors) value.data.set(read(value.data.length));
  const scales = matrices.map(({ value }) => read(value.shape[1]!));
  for (const [m, { value }] of matrices.entries()) {
    const columns = value.shape[1]!;
    for (let i = 0; i < value.data.length; i++) value.data[i] = view.getInt8(at++) * scales[m]![i % columns]!;
  }
}

/**
 * A model with the numbers of a file.
 *
 * @param model Any of that size; its weights are replaced.
 * @param bytes As {@link writeModel} wrote them.
 * @returns The model that was given.
 * @throws RangeError when the file is longer or shorter than the model.
 */
export function filled<Model extends { readonly parameters: Parameters }>(model: Model, bytes: Uint8Array): Model {
  readModel(bytes, model.parameters);
  return model;
}
