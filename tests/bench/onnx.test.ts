import { describe, expect, it } from 'vitest';
import { attentionGraphs, causalMask } from './onnx.ts';
import { float32, message, nested, text, whole } from './protobuf.ts';

type Field = number | Uint8Array;

/** The fields of a message by number, as the wire format says: read, so that the writer is not its own witness. */
function decode(bytes: Uint8Array): Record<number, Field[]> {
  const fields: Record<number, Field[]> = {};
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++]!;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const key = varint();
    const read = {
      0: varint,
      2: () => {
        const length = varint();
        return bytes.subarray(at, (at += length));
      },
      5: () => new DataView(bytes.buffer, bytes.byteOffset + (at += 4) - 4).getFloat32(0, true),
    }[key & 7];
    if (!read) throw new Error(`A field is coded as ${key & 7}.`);
    (fields[key >>> 3] ??= []).push(read());
  }
  return fields;
}

const parts = (fields: Field[] | undefined) => (fields ?? []).map((bytes) => decode(bytes as Uint8Array));
const words = (fields: Field[] | undefined) =>
  (fields ?? []).map((bytes) => new TextDecoder().decode(bytes as Uint8Array));

describe('the writer', () => {
  it.each([0, 1, 127, 128, 300, 2 ** 31, 2 ** 40 + 5])('writes %d so that it is read again', (value) => {
    expect(decode(whole(1, value))).toEqual({ 1: [value] });
  });

  it('writes the bytes that the format’s own documentation shows', () => {
    expect([...whole(1, 150)]).toEqual([0x08, 0x96, 0x01]);
    expect([...text(2, 'testing')]).toEqual([0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67]);
  });

  it('writes fields in their order, of any number, within one another', () => {
    const bytes = message(
      nested(3, message(whole(20, 7), text(1, 'QKᵀ'))),
      float32(2, 0.125),
      whole(20, 1),
      whole(20, 2),
    );
    const fields = decode(bytes);
    expect(fields[2]).toEqual([0.125]);
    expect(fields[20]).toEqual([1, 2]);
    expect(words(parts(fields[3])[0]![1])).toEqual(['QKᵀ']);
  });

  it.each([-1, 0.5, NaN, Infinity, 2 ** 53])('refuses %d', (value) => {
    expect(() => whole(1, value)).toThrow('give a whole number from 0');
  });
});

describe('a model of attention', () => {
  const plain = { n: 3, d: 4, heads: 1, weights: false, causal: false };

  function read(name: string, asked: typeof plain) {
    const found = attentionGraphs(asked).find((graph) => graph.name === name)!;
    const model = decode(found.model());
    const graph = parts(model[7])[0]!;
    const named = (fields: Field[] | undefined) =>
      Object.fromEntries(
        parts(fields).map((one) => {
          const tensorType = parts(parts(one[2])[0]![1])[0]!;
          const shape = parts(tensorType[2]).flatMap((shape) => parts(shape[1]).map((axis) => axis[1]![0]));
          return [words(one[1])[0]!, shape];
        }),
      );
    return {
      operators: Object.fromEntries(parts(model[8]).map((one) => [words(one[1])[0]!, one[2]![0]])),
      nodes: parts(graph[1]).map((node) => ({
        operator: words(node[4])[0],
        inputs: words(node[1]),
        outputs: words(node[2]),
        domain: words(node[7])[0],
        attributes: Object.fromEntries(
          parts(node[5]).map((one) => [words(one[1])[0]!, one[2]?.[0] ?? one[3]?.[0] ?? one[8]]),
        ),
      })),
      constants: Object.fromEntries(
        parts(graph[5]).map((one) => [
          words(one[8])[0]!,
          { shape: one[1] ?? [], data: new Float32Array((one[9]![0] as Uint8Array).slice().buffer) },
        ]),
      ),
      inputs: named(graph[11]),
      outputs: Object.keys(named(graph[12])),
    };
  }

  it('says step by step what is computed', () => {
    const { nodes, constants, inputs, outputs, operators } = read('matmul', plain);
    expect(nodes.map(({ operator, inputs, outputs }) => `${outputs} = ${operator}(${inputs})`)).toEqual([
      'keys = Transpose(K)',
      'products = MatMul(Q,keys)',
      'scores = Mul(products,scale)',
      'weights = Softmax(scores)',
      'output = MatMul(weights,V)',
    ]);
    expect(nodes[0]!.attributes).toEqual({ perm: [1, 0] });
    expect(constants).toEqual({ scale: { shape: [], data: Float32Array.of(0.5) } });
    expect(inputs).toEqual({ Q: [3, 4], K: [3, 4], V: [3, 4] });
    expect(outputs).toEqual(['output']);
    expect(operators).toEqual({ '': 23, 'com.microsoft': 1 });
  });

  it('holds its causal mask as a constant', () => {
    const { nodes, constants } = read('FusedMatMul', { ...plain, causal: true });
    expect(nodes.map(({ operator }) => operator)).toEqual(['FusedMatMul', 'Add', 'Softmax', 'MatMul']);
    expect(nodes[0]).toMatchObject({ domain: 'com.microsoft', attributes: { transB: 1, alpha: 0.5 } });
    const { shape, data } = constants['mask']!;
    expect(shape).toEqual([3, 3]);
    expect([...data]).toEqual([0, -Infinity, -Infinity, 0, 0, -Infinity, 0, 0, 0]);
    expect(data).toEqual(causalMask(3));
  });

  it('hands back weights where they are asked for', () => {
    const asked = { ...plain, heads: 2, weights: true };
    expect(read('matmul', asked).outputs).toEqual(['output', 'weights']);
    const { nodes, inputs, outputs } = read('Attention', asked);
    expect(nodes).toMatchObject([
      { outputs: ['output', '', '', 'weights'], attributes: { is_causal: 0, scale: 0.5, qk_matmul_output_mode: 3 } },
    ]);
    expect(inputs['Q']).toEqual([1, 2, 3, 4]);
    expect(outputs).toEqual(['output', 'weights']);
    expect(attentionGraphs(asked).map(({ name }) => name)).not.toContain('MultiHeadAttention');
  });

  it('takes keys on their side only where it says so', () => {
    const asked = { ...plain, heads: 2 };
    for (const { name, transposedKeys } of attentionGraphs(asked))
      expect(transposedKeys, name).toBe(name === 'matmul, transposed keys given');
    expect(read('matmul, transposed keys given', asked).inputs).toEqual({ Q: [2, 3, 4], K: [2, 4, 3], V: [2, 3, 4] });
    expect(read('matmul', asked).nodes[0]!.attributes).toEqual({ perm: [0, 2, 1] });
  });

  it('asks the whole operators to be causal', () => {
    const asked = { ...plain, causal: true };
    expect(read('Attention', asked).nodes[0]!.attributes).toMatchObject({ is_causal: 1 });
    expect(read('MultiHeadAttention', asked).nodes[0]!.attributes).toMatchObject({ unidirectional: 1, num_heads: 1 });
  });
});
