/** A part of a sentence: plain, the name of a concept that the page lights, or an element of its own, such as a key's swatch. */
export type Part = string | readonly [concept: string, text: string] | Mark;

export interface Mark {
  readonly tag: 'b' | 'i' | 'span' | 'strong' | 'sub' | 'sup';
  readonly class?: string;
  readonly concept?: string;
  /** Its language, where that is not the page's: `fr`. */
  readonly lang?: string;
  readonly text?: string | readonly Part[];
}

/** A sentence with its concepts marked; the text goes in as text. Works at build and in the page. */
export function phrase(document: Document, parts: string | readonly Part[], tag = 'span'): HTMLElement {
  const whole = document.createElement(tag);
  fill(whole, parts);
  return whole;
}

/** Puts a sentence into an element in place of what stood there. */
export function fill(element: Element, parts: string | readonly Part[]): void {
  element.textContent = '';
  for (const part of typeof parts === 'string' ? [parts] : parts)
    element.append(typeof part === 'string' ? part : marked(element.ownerDocument, part));
}

function marked(document: Document, part: Exclude<Part, string>): HTMLElement {
  const {
    tag,
    concept,
    text = '',
    ...rest
  }: Mark = 'tag' in part ? part : { tag: 'b', concept: part[0], text: part[1] };
  const element = document.createElement(tag);
  // A concept named alone is a symbol, a number or a reader's word: in its own direction, and not to be translated.
  if (!('tag' in part)) {
    element.setAttribute('dir', 'auto');
    element.setAttribute('translate', 'no');
  }
  if (concept) element.setAttribute('data-concept', concept);
  if (rest.class) element.setAttribute('class', rest.class);
  if (rest.lang) element.setAttribute('lang', rest.lang);
  fill(element, text);
  return element;
}

/** The same sentence without its marks. */
export function plainText(parts: string | readonly Part[]): string {
  if (typeof parts === 'string') return parts;
  return parts
    .map((part) => (typeof part === 'string' ? part : 'tag' in part ? plainText(part.text ?? '') : part[1]))
    .join('');
}

/** One entry of a legend: a swatch by its class in the style sheet, and what it means. */
export function entry(...parts: readonly Part[]): Mark {
  return { tag: 'span', class: 'entry', text: parts };
}

export const swatch = (kind?: string, text?: string): Mark => ({
  tag: 'i',
  ...(kind && { class: kind }),
  ...(text && { text }),
});
