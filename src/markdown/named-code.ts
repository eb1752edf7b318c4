import type { ShikiTransformer } from 'shiki';

/** A listing scrolls inside itself and so takes the focus: here it gets a name to be called by when it does. */
export function namedCode(): ShikiTransformer {
  return {
    name: 'named-code',
    pre(node) {
      node.properties['role'] = 'group';
      node.properties['aria-label'] = 'Code';
    },
  };
}
