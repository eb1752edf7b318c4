/** A part of a sentence: plain, or the name of a concept that the page lights. */
export type Part = string | readonly [concept: string, text: string];

/** A sentence with its concepts marked; the text goes in as text. Works at build and in the page. */
export function phrase(document: Document, parts: readonly Part[], tag = 'span'): HTMLElement {
  const whole = document.createElement(tag);
  for (const part of parts) {
    if (typeof part === 'string') {
      whole.append(part);
      continue;
    }
    const [concept, text] = part;
    const marked = document.createElement('b');
    marked.setAttribute('data-concept', concept);
    marked.textContent = text;
    whole.append(marked);
  }
  return whole;
}
