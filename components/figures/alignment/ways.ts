import { maker } from '../../figure/maker.ts';
import { lightLinks, links } from '../../plots/links.ts';
import { heatColour, heatInk, showWeight } from '../../plots/weight.ts';
import type { Shown } from './compute.ts';

const thickest = 14;

function hidden(svg: SVGSVGElement): SVGSVGElement {
  svg.setAttribute('aria-hidden', 'true');
  return svg;
}

/** All words through one vector, as far as what came out of it: every line as thick as the others. */
export function makePressed(document: Document, { source, fixed }: Pick<Shown, 'source' | 'fixed'>): HTMLElement {
  const make = maker(document);
  const words = (side: string, lang: string, list: readonly string[]): HTMLElement =>
    make('ol', { class: `words ${side}`, 'aria-hidden': 'true', lang }, ...list.map((word) => make('li', {}, word)));
  const folded = (keys: number, queries: number): SVGSVGElement => {
    const weights = Array.from({ length: keys * queries }, () => 0.12);
    return hidden(links({ keys, queries, weights, thickest }, { document, width: 100 }));
  };
  const cells = Array.from({ length: 5 }, () => make('i'));
  const said = `All ${source.length} words of “${source.join(' ')}” go into one vector; out of it comes “${fixed.join(' ')}”.`;
  return make(
    'div',
    { class: 'bridge pressed', role: 'img', 'aria-label': said, translate: 'no' },
    words('keys', 'en', source),
    folded(source.length, 1),
    make('span', { class: 'vector', 'aria-hidden': 'true' }, ...cells),
    folded(1, fixed.length),
    words('queries', 'fr', fixed),
  );
}

/** Each written word with lines to what it looks at; {@link light} says for which one. */
export function makeLooking(document: Document, { source, target, flat }: Shown): HTMLElement {
  const make = maker(document);
  const keys = source.map((word) =>
    make('li', {}, make('span', { class: 'number' }), make('span', { class: 'word' }, word)),
  );
  const queries = target.map((word, index) =>
    make(
      'label',
      {},
      make('input', {
        type: 'radio',
        name: 'alignment-query',
        'data-field': 'query',
        autocomplete: 'off',
        value: String(index),
      }),
      make('span', {}, word),
    ),
  );
  return make(
    'div',
    { class: 'bridge looking', translate: 'no' },
    make('ol', { class: 'words keys', 'aria-label': 'Source words, the keys', lang: 'en' }, ...keys),
    hidden(links({ keys: source.length, queries: target.length, weights: flat, thickest }, { document, width: 100 })),
    make(
      'fieldset',
      { class: 'words queries', lang: 'fr' },
      make('legend', { class: 'visually-hidden', lang: 'en' }, 'The word being written, the query'),
      ...queries,
    ),
  );
}

/** Shows what one written word looks at. */
export function light(looking: HTMLElement, { query, row, max }: Shown): void {
  looking.querySelectorAll<HTMLElement>('.keys li').forEach((word, key) => {
    word.setAttribute('style', `--heat: ${heatColour(row[key]!, max)}; --heat-ink: ${heatInk(row[key]!, max)}`);
    word.querySelector('.number')!.textContent = showWeight(row[key]!);
  });
  lightLinks(looking.querySelector<SVGSVGElement>('.links')!, query);
}
