import type { ShikiTransformer } from 'shiki';
import { concepts } from '../../content/concepts.ts';

const conceptOf = new Map<string, string>(
  Object.entries(concepts).flatMap(([id, { code }]) => code.map((identifier): [string, string] => [identifier, id])),
);

/** Ties identifiers in listings (`Q`, `weights`) to the concepts they stand for. */
export function conceptsInCode(): ShikiTransformer {
  return {
    name: 'concepts-in-code',
    span(node) {
      const text = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
      const concept = conceptOf.get(text.trim());
      if (concept) node.properties['data-concept'] = concept;
    },
  };
}
