/**
 * Attention as ONNX models, built as bytes. onnxruntime-web takes different times for the same
 * work, depending on how the graph puts it: several are here, so that it can show its best.
 *
 * @see onnx.proto of ONNX 1.18 for the numbers of the fields, and its operators of opset 23.
 */
import type { AttentionCase } from './attention-cases.ts';
import { float32, message, nested, text, whole, type Bytes } from './protobuf.ts';

export interface Graph {
  readonly name: string;
  /** The shape that Q, K and V are given in. Their numbers lie in the same order in all of them. */
  readonly shape: readonly number[];
  /** K is given as `shape` with its last two axes exchanged. */
  readonly transposedKeys: boolean;
  /** With inputs Q, K and V, and outputs `output` and, where they are asked for, `weights`. */
  readonly model: () => Bytes;
}

const types = { float: 1, int: 2, ints: 7 } as const;

type Attribute = { readonly float: number } | { readonly int: number } | { readonly ints: readonly number[] };

function attribute(name: string, value: Attribute): Bytes {
  if ('float' in value) return message(text(1, name), float32(2, value.float), whole(20, types.float));
  if ('int' in value) return message(text(1, name), whole(3, value.int), whole(20, types.int));
  return message(text(1, name), ...value.ints.map((int) => whole(8, int)), whole(20, types.ints));
}

/** `outputs = operator(inputs)`; one named '' is left out. */
function node(
  operator: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: Readonly<Record<string, Attribute>> = {},
  domain = '',
): Bytes {
  return message(
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, operator),
    ...Object.entries(attributes).map(([name, value]) => nested(5, attribute(name, value))),
    text(7, domain),
  );
}

/** A constant of the model. Its numbers go in as they lie in memory, low byte first wherever this runs. */
const constant = (name: string, data: Float32Array<ArrayBuffer>, shape: readonly number[]): Bytes =>
  message(
    ...shape.map((axis) => whole(1, axis)),
    whole(2, types.float),
    text(8, name),
    nested(9, new Uint8Array(data.buffer)),
  );

/** A name with its type: of an input, whose shape is given, or of an output, whose shape follows. */
function value(name: string, shape?: readonly number[]): Bytes {
  const axes = shape ? [nested(2, message(...shape.map((axis) => nested(1, whole(1, axis)))))] : [];
  return message(text(1, name), nested(2, nested(1, message(whole(1, types.float), ...axes))));
}

/** (n, n), added to the scores: −∞ where the key comes after the query. */
export function causalMask(n: number): Float32Array<ArrayBuffer> {
  const mask = new Float32Array(n * n);
  for (let i = 0; i < n; i++) mask.fill(-Infinity, i * n + i + 1, (i + 1) * n);
  return mask;
}

interface Form {
  readonly name: string;
  readonly shape: readonly number[];
  readonly transposedKeys?: boolean;
  readonly nodes: readonly Bytes[];
  readonly constants?: readonly ('scale' | 'mask')[];
}

function modelOf({ n, d, weights }: AttentionCase, { shape, transposedKeys, nodes, constants = [] }: Form): Bytes {
  const keysShape = transposedKeys ? [...shape.slice(0, -2), d, n] : shape;
  const graph = message(
    ...nodes.map((bytes) => nested(1, bytes)),
    text(2, 'attention'),
    ...constants.map((name) =>
      nested(
        5,
        name === 'scale'
          ? constant(name, Float32Array.of(1 / Math.sqrt(d)), [])
          : constant(name, causalMask(n), [n, n]),
      ),
    ),
    ...Object.entries({ Q: shape, K: keysShape, V: shape }).map(([name, given]) => nested(11, value(name, given))),
    ...['output', ...(weights ? ['weights'] : [])].map((name) => nested(12, value(name))),
  );
  const operators = (domain: string, version: number): Bytes => nested(8, message(text(1, domain), whole(2, version)));
  return message(whole(1, 11), nested(7, graph), operators('', 23), operators('com.microsoft', 1));
}

function formsOf({ n, d, heads, weights, causal }: AttentionCase): Form[] {
  // One head has no axis for heads: the product of two matrices is the simpler operation.
  const shape = heads === 1 ? [n, d] : [heads, n, d];
  const transpose = node('Transpose', ['K'], ['keys'], { perm: { ints: heads === 1 ? [1, 0] : [0, 2, 1] } });
  const scale = { float: 1 / Math.sqrt(d) };
  // The mask is a constant of the model, so that no run has to copy it.
  const mask = causal ? (['mask'] as const) : [];
  const afterScores = [
    ...(causal ? [node('Add', ['scores', 'mask'], ['masked'])] : []),
    node('Softmax', [causal ? 'masked' : 'scores'], ['weights']),
    node('MatMul', ['weights', 'V'], ['output']),
  ];
  const scaledQueries = node('Mul', ['Q', 'scale'], ['queries']);

  const forms: Form[] = [
    {
      name: 'matmul',
      shape,
      nodes: [
        transpose,
        node('MatMul', ['Q', 'keys'], ['products']),
        node('Mul', ['products', 'scale'], ['scores']),
        ...afterScores,
      ],
      constants: ['scale', ...mask],
    },
    {
      name: 'matmul, scaled queries',
      shape,
      nodes: [transpose, scaledQueries, node('MatMul', ['queries', 'keys'], ['scores']), ...afterScores],
      constants: ['scale', ...mask],
    },
    {
      name: 'matmul, transposed keys given',
      shape,
      transposedKeys: true,
      nodes: [scaledQueries, node('MatMul', ['queries', 'K'], ['scores']), ...afterScores],
      constants: ['scale', ...mask],
    },
    {
      name: 'FusedMatMul',
      shape,
      nodes: [
        node('FusedMatMul', ['Q', 'K'], ['scores'], { transB: { int: 1 }, alpha: scale }, 'com.microsoft'),
        ...afterScores,
      ],
      constants: mask,
    },
    {
      name: 'Attention',
      shape: [1, heads, n, d],
      nodes: [
        node('Attention', ['Q', 'K', 'V'], ['output', ...(weights ? ['', '', 'weights'] : [])], {
          is_causal: { int: Number(causal) },
          scale,
          // Hands back what the softmax gives, not what it takes.
          ...(weights && { qk_matmul_output_mode: { int: 3 } }),
        }),
      ],
    },
  ];
  // It hands back scores, never weights. Its numbers lie head by head when each is an item of a batch.
  if (!weights)
    forms.push({
      name: 'MultiHeadAttention',
      shape: [heads, n, d],
      nodes: [
        node(
          'MultiHeadAttention',
          ['Q', 'K', 'V'],
          ['output'],
          { num_heads: { int: 1 }, scale, unidirectional: { int: Number(causal) } },
          'com.microsoft',
        ),
      ],
    });
  return forms;
}

/**
 * The graphs that may be able to do what is asked; which of them a version of the runtime
 * takes, and answers rightly, is for it to show.
 */
export const attentionGraphs = (asked: AttentionCase): Graph[] =>
  formsOf(asked).map((form) => ({
    name: form.name,
    shape: form.shape,
    transposedKeys: form.transposedKeys ?? false,
    model: () => modelOf(asked, form),
  }));
