import type { ElementContent } from 'hast';
import type { ShikiTransformer } from 'shiki';

/** What the themes set most code in. The block has it already. */
const ink = 'light-dark(#0e1116, #f0f3f6)';
/** What they set comments in: too faint for the paper that listings stand on. */
const faint = 'light-dark(#66707b, #bdc4cc)';

function colourOf(style: unknown): string {
  return /color:(light-dark\([^)]*\))/.exec(String(style))?.[1]?.toLowerCase() ?? '';
}

/**
 * Makes of a highlighted listing half the elements, each with one colour for the light theme
 * and one for the dark. A listing may scroll inside itself and so take the focus: it gets a name
 * to be called by when it does.
 */
export function tidyCode(): ShikiTransformer {
  return {
    name: 'tidy-code',
    preprocess(_code, options) {
      options.mergeSameStyleTokens = true;
    },
    span(node) {
      const colour = colourOf(node.properties['style']);
      node.properties['style'] = colour === faint ? 'color:var(--ink-soft)' : `color:${colour}`;
    },
    line(node) {
      // What has the colour of the whole needs no element of its own.
      node.children = node.children.flatMap((child): ElementContent[] =>
        child.type === 'element' && colourOf(child.properties['style']) === ink ? child.children : [child],
      );
    },
    pre(node) {
      // Only what is wider than its place is a stop of the keyboard: the page sees to that.
      delete node.properties['tabindex'];
      this.addClassToHast(node, 'scroll');
      node.properties['role'] = 'group';
      node.properties['aria-label'] = 'Code';
    },
  };
}
