import { atHandOf } from '../../components/cells/at-hand.ts';
import { pack, unpack } from '../../components/model/packed-json.ts';
import { sentences } from '../../components/model/sentences.ts';
import { encode, readingOf, tokenize } from '../../lib/encoder/index.ts';
import { loadEncoder, packedModel } from './packed-model.ts';

let known: Promise<ReturnType<typeof atHandOf>> | undefined;

/** What cells find at hand, as the page will have it: of its own sentence, rounded as for the way there. */
export const cellsAtHand = (): Promise<ReturnType<typeof atHandOf>> => (known ??= read());

async function read(): Promise<ReturnType<typeof atHandOf>> {
  const { weights, vocabulary } = await loadEncoder(packedModel('.cache/encoder'));
  const tokens = tokenize(sentences[0], vocabulary);
  const reading = readingOf(sentences[0], tokens, encode(tokens.ids, weights));
  return unpack(pack(atHandOf(reading)));
}
