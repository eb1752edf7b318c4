import { seededNormal } from '../../random.ts';
import type { Numbers } from '../arithmetic.ts';
import type { Gru } from '../gru.ts';
import type { Linear } from '../linear.ts';
import { parameters, type Parameter, type Parameters, type Start } from '../parameters.ts';

export interface TranslatorSizes {
  readonly source: number;
  readonly target: number;
  /** Features of an embedding and of a state; even. */
  readonly d: number;
  /** What the writer sees of the source at each word: all states by attention, or the last one alone. */
  readonly sees: 'every state' | 'the last state';
}

/** Reads with two gated recurrent networks, one from each end, and writes with a third. */
export interface Translator {
  readonly sizes: TranslatorSizes;
  readonly parameters: Parameters;
  readonly sourceWords: Parameter;
  readonly targetWords: Parameter;
  /** From the first word to the last, and from the last to the first: half of the features each. */
  readonly readers: readonly [forwards: Gru, backwards: Gru];
  readonly writer: Gru;
  readonly toQ: Linear;
  readonly toK: Linear;
  /** (2 d, d): what the writer's state and what it sees of the source become together. */
  readonly join: Linear;
  readonly readout: Linear;
}

/**
 * A translator whose weights are drawn from a seed. Both kinds have the same parameters but for
 * the two matrices that make queries and keys.
 *
 * @param sizes How large it is, and what its writer sees.
 * @param seed Any whole number; the same one gives the same weights.
 * @param room An empty array of the precision that it computes in; default float32.
 * @see Sutskever et al. 2014, for the one vector; Bahdanau et al. 2015, section 3.2, for reading from both ends;
 *   Luong et al. 2015, section 3.1, for attending from the state after its step, by a product.
 */
export function translator(sizes: TranslatorSizes, seed: number, room?: Numbers): Translator {
  const { source, target, d, sees } = sizes;
  const starts: Record<string, Start> = {
    source: { shape: [source, d], spread: 0.5 },
    target: { shape: [target, d], spread: 0.5 },
  };
  const matrix = (name: string, from: number, to: number, bias: boolean): void => {
    starts[`${name}.W`] = { shape: [from, to], spread: 1 / Math.sqrt(from) };
    if (bias) starts[`${name}.b`] = { shape: [to] };
  };
  const widths = { forwards: d / 2, backwards: d / 2, writer: d };
  for (const [network, width] of Object.entries(widths))
    for (const gate of ['Z', 'R', 'C']) {
      matrix(`${network}.x${gate}`, d, width, true);
      matrix(`${network}.h${gate}`, width, width, false);
    }
  if (sees === 'every state') for (const name of ['toQ', 'toK']) matrix(name, d, d, false);
  matrix('join', 2 * d, d, true);
  matrix('readout', d, target, true);
  const drawn = parameters(starts, seededNormal(seed), room);
  const of = (name: string): Linear => {
    const [W, b] = [drawn.of[`${name}.W`]!, drawn.of[`${name}.b`]];
    return b ? { W, b } : { W };
  };
  const cell = (name: string): Gru => ({
    xZ: of(`${name}.xZ`),
    hZ: of(`${name}.hZ`),
    xR: of(`${name}.xR`),
    hR: of(`${name}.hR`),
    xC: of(`${name}.xC`),
    hC: of(`${name}.hC`),
  });
  return {
    sizes,
    parameters: drawn,
    sourceWords: drawn.of['source']!,
    targetWords: drawn.of['target']!,
    readers: [cell('forwards'), cell('backwards')],
    writer: cell('writer'),
    toQ: of('toQ'),
    toK: of('toK'),
    join: of('join'),
    readout: of('readout'),
  };
}
