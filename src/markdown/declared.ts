import type { Concept } from '../../content/concepts.ts';

/** What chapters name, and authors add to while the development server runs. */
export interface Declared {
  readonly concepts: Readonly<Record<string, Concept>>;
  readonly claims: readonly { readonly id: string }[];
}

/** Each is read once a chapter names it: claims bring most of the library with them. */
type Readers = { readonly [Name in keyof Declared]: () => Promise<Pick<Declared, Name>> };

let readers: Readers = {
  concepts: () => import('../../content/concepts.ts'),
  claims: () => import('../../lib/claims/index.ts'),
};

/** What is declared now, in a development server that has run a while too. */
export const declaredConcepts = async (): Promise<Declared['concepts']> => (await readers.concepts()).concepts;

/** The same of claims. */
export const declaredClaims = async (): Promise<Declared['claims']> => (await readers.claims()).claims;

/** Tells how to find out. */
export function declaredBy(found: Readers): void {
  readers = found;
}
