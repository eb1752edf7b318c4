import { strongestOther } from '#lib/analysis/strongestPair.ts';
import { maker } from '../../figure/maker.ts';
import type { Part } from '../../figure/phrase.ts';
import { longSentence, startsWord, withoutMark } from '../../model/labels.ts';
import type { View } from '../../model/view.ts';
import { showWeight } from '../../plots/weight.ts';
import { shareInWords } from './share-in-words.ts';

interface Chosen {
  readonly trained: View;
  readonly cell: readonly [query: number, key: number];
}

export const rowOf = ({ trained: { labels, weights }, cell: [query] }: Chosen): Float32Array =>
  weights.subarray(query * labels.length, (query + 1) * labels.length);

/** How many words two sentences begin with alike: what follows is the end that is swapped. */
export function alikeAtFirst([a, b]: readonly string[]): number {
  const [one, other] = [a!.split(' '), b!.split(' ')];
  return one.findIndex((word, index) => word !== other[index]);
}

/**
 * The words of the sentence, large: one group of radio buttons, so that a row can be chosen without
 * aiming at cells. Works at build and in the page.
 *
 * @param start How many words stand together at first, where the rest can be swapped.
 */
export function makeWords(document: Document, { labels, unit }: View, start?: number): HTMLElement[] {
  const make = maker(document);
  const words = labels.map((text, index) => {
    const value = String(index);
    const radio = make('input', { type: 'radio', name: 'query', 'data-field': 'query', value, autocomplete: 'off' });
    const isGlued = index > 0 && !startsWord(text, unit);
    return make('label', { class: isGlued && 'glued', translate: 'no' }, radio, make('bdi', {}, withoutMark(text)));
  });
  return start === undefined
    ? words
    : [words.slice(0, start), words.slice(start)].map((part) => make('span', { class: 'part' }, ...part));
}

/** Lights the chosen row in the words: each as strongly as it is looked at. */
export function lightWords(host: Element, chosen: Chosen): void {
  const row = rowOf(chosen);
  const strongest = Math.max(...row);
  const [query, key] = chosen.cell;
  host.querySelectorAll('label').forEach((label, index) => {
    label.setAttribute('style', `--share: ${((100 * row[index]!) / strongest).toFixed(1)}%`);
    label.setAttribute('data-weight', row[index]!.toFixed(4));
    label.classList.toggle('key', index === key);
    const radio = label.querySelector('input')!;
    radio.toggleAttribute('checked', index === query);
    radio.checked = index === query;
  });
}

/** How the words are set: in two parts where the end can be swapped, small where they would fill the screen. */
export function settingOf({ labels }: View, start: number | undefined): string {
  return start !== undefined ? 'pair' : longSentence(labels) ? 'long' : '';
}

/** What the chosen row says, in one plain sentence. */
export function findingOf(chosen: Chosen): readonly Part[] {
  const { labels, weights } = chosen.trained;
  const [query] = chosen.cell;
  const word: Part = ['query', withoutMark(labels[query]!)];
  if (labels.length === 1) return ['“', word, '” has no other word to look at.'];
  const other = strongestOther(weights, labels.length, query);
  const row = rowOf(chosen);
  return [
    row[query]! > row[other]! ? 'Apart from itself, “' : '“',
    word,
    '” looks most at “',
    ['key', withoutMark(labels[other]!)],
    `”: ${shareInWords(row[other]!)} of its attention, `,
    ['weights', showWeight(row[other]!)],
    '.',
  ];
}
