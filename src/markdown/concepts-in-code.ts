import type { ElementContent } from 'hast';
import type { ShikiTransformer } from 'shiki';
import { concepts } from '../../content/concepts.ts';

const conceptOf = new Map<string, string>(
  Object.entries(concepts).flatMap(([id, { code }]) => code.map((identifier): [string, string] => [identifier, id])),
);

/** The names in a piece of code, each apart from what stands between them. */
function split(code: string): ElementContent[] {
  return code
    .split(/([A-Za-z_]\w*)/)
    .filter((part) => part !== '')
    .map((value) => {
      const concept = conceptOf.get(value);
      const text = { type: 'text', value } as const;
      return concept
        ? { type: 'element', tagName: 'span', properties: { 'data-concept': concept }, children: [text] }
        : text;
    });
}

/** Ties identifiers in listings (`Q`, `weights`) to the concepts they stand for. */
export function conceptsInCode(): ShikiTransformer {
  return {
    name: 'concepts-in-code',
    span(node) {
      // One token of the highlighter often holds several names: ` weights @ V`.
      node.children = node.children.flatMap((child) => (child.type === 'text' ? split(child.value) : [child]));
    },
  };
}
