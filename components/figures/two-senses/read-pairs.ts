import { readAtBuild } from '../../model/examples.ts';
import { placesOf } from './own-pair.ts';
import { pairs, type SenseReading } from './pairs.ts';

/** Every pair that comes with the figure, as the page itself would read it. */
export function readPairs(): SenseReading {
  const read = (text: string) => readAtBuild(text);
  const known = [...pairs].map(([id, pair]) => {
    const { sentences, anchors } = pair;
    const alone = [anchors[0].map(read), anchors[1].map(read)] as const;
    return [id, placesOf(pair, [read(sentences[0]), read(sentences[1])], alone)] as const;
  });
  return { known: Object.fromEntries(known) };
}
