import { concepts, type Concept } from '../../content/concepts.ts';
import { claims } from '../../lib/claims/index.ts';

/** What chapters name, and authors add to while the development server runs. */
export interface Declared {
  readonly concepts: Readonly<Record<string, Concept>>;
  readonly claims: readonly { readonly id: string }[];
}

let read = (): Promise<Declared> => Promise.resolve({ concepts, claims });

/** What is declared now: this code was loaded once, with what was declared then. */
export const declared = (): Promise<Declared> => read();

/** Tells how to find out. */
export function declaredBy(reader: typeof read): void {
  read = reader;
}
