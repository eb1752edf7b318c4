type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/**
 * Makes elements with their attributes and children, at build and in the page; a text goes in as text.
 * An attribute that is `true` stands without a value, one that is `false` or `undefined` not at all.
 */
export function maker(document: Document) {
  return (tag: string, attributes: Attributes = {}, ...children: readonly (Node | string)[]): HTMLElement => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes))
      if (value !== false && value !== undefined) made.setAttribute(name, value === true ? '' : value);
    made.append(...children);
    return made;
  };
}
