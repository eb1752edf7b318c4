import { withBase } from '../../base.ts';

/** What the library has under a name: how it is written, and what it is in one sentence. */
export interface LibraryName {
  readonly name: string;
  readonly kind: 'function' | 'value' | 'type';
  readonly signature: string;
  readonly about: string;
}

let known: Promise<readonly LibraryName[]> | undefined;

/** The library's names, for completion; none while they cannot be had, and the next question asks again. */
export function libraryNames(): Promise<readonly LibraryName[]> {
  known ??= fetch(withBase('/cells/library.json'))
    .then((response) =>
      response.ok ? (response.json() as Promise<readonly LibraryName[]>) : Promise.reject(new Error()),
    )
    .catch(() => {
      known = undefined;
      return [];
    });
  return known;
}
