import { piecesOf } from './docstring.ts';
import type { Api, Entry } from './read.ts';
import * as library from '../../lib/index.ts';

/** What an editor says of a name: how it is written, and what it is in one sentence. */
export interface PublicName {
  readonly name: string;
  readonly kind: Entry['kind'];
  readonly signature: string;
  readonly about: string;
}

/** Up to the first point that a new sentence follows: “eq. 4” goes on. */
function firstSentence(text: string): string {
  const plain = piecesOf(text.split(/\n\s*\n/)[0]!)
    .map(([, piece]) => piece)
    .join('');
  return /^.*?\.(?=\s+\p{Lu}|$)/u.exec(plain)?.[0] ?? plain;
}

/** All that `import { … } from 'attention-notebook'` finds. */
export function publicNames({ rooms }: Pick<Api, 'rooms'>): PublicName[] {
  const all = rooms.flatMap(({ entries }) => entries);
  return Object.keys(library).map((name) => {
    // A room's own entry stands before that of another which has the same name for something else.
    const { kind, signature, text } = all.find((entry) => entry.name === name)!;
    return { name, kind, signature, about: firstSentence(text) };
  });
}
