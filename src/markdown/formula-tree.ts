import type { Element, ElementContent, Properties } from 'hast';
import { Parser } from 'htmlparser2';

/** Steps after it ask for classes and for what is not spoken; every other attribute keeps the name that it is written with. */
function propertiesOf({ class: classes, 'aria-hidden': ariaHidden, ...others }: Record<string, string>): Properties {
  return {
    ...(classes === undefined ? {} : { className: classes.split(' ').filter((name) => name !== '') }),
    ...(ariaHidden === undefined ? {} : { ariaHidden }),
    ...others,
  };
}

/** What KaTeX has written, as a tree. There is no fault in it that a browser would mend: a plain reader takes a fraction of the time. */
export function treeOf(html: string): ElementContent[] {
  const root: ElementContent[] = [];
  const open: Element[] = [];
  const here = (): ElementContent[] => open.at(-1)?.children ?? root;
  const parser = new Parser(
    {
      onopentag(tagName, attributes) {
        const element: Element = { type: 'element', tagName, properties: propertiesOf(attributes), children: [] };
        here().push(element);
        open.push(element);
      },
      ontext(value) {
        const last = here().at(-1);
        // An entity parts a text.
        if (last?.type === 'text') last.value += value;
        else here().push({ type: 'text', value });
      },
      onclosetag() {
        open.pop();
      },
    },
    // `viewBox`
    { lowerCaseAttributeNames: false },
  );
  parser.end(html);
  return root;
}
