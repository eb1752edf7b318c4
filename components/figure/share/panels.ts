import { say } from '../../say.ts';
import { maker } from '../maker.ts';
import { embedAddress, embedCode, type Wishes } from './embed.ts';
import { hand } from './hand.ts';
import { namedControls } from './named-controls.ts';
import styles from './panels.css?inline';
import { qrOf } from './qr.ts';

/** Where a figure stands alone, and what it is set to there. */
export interface Alone {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  /** With its #, or nothing. */
  readonly state: string;
}

const make = maker(document);
/** They come with the panel: few readers ask for one, and every page has a budget of styles. */
const withStyles = (panel: HTMLElement): HTMLElement => {
  panel.append(make('style', {}, styles));
  return panel;
};
/** What stands under a figure alone: where it is from. */
const under = 80;

/** How high the figure alone is, about: as it stands here, with nothing unfolded. */
function heightAlone(figure: HTMLElement): number {
  const unfolded = [...figure.querySelectorAll('details[open]')].map(
    (details) => details.clientHeight - details.querySelector('summary')!.offsetHeight,
  );
  return (
    Math.ceil(
      ((figure.closest<HTMLElement>('.live') ?? figure).offsetHeight -
        unfolded.reduce((sum, height) => sum + height, 0) +
        under) /
        10,
    ) * 10
  );
}

/** The code to paste for a figure, and what may be wished of it; `changed` is called with the code for other wishes. */
export function embedding(
  figure: HTMLElement,
  { title, address, state }: Alone,
  changed: (code: string) => void,
): { readonly code: string; readonly panel: HTMLElement } {
  const height = heightAlone(figure);
  const codeFor = (wishes: Wishes): string => embedCode(embedAddress(address, state, wishes), title, height);
  const theme = make('select', { autocomplete: 'off' }) as HTMLSelectElement;
  theme.append(
    new Option(say('themeOfReader'), ''),
    new Option(say('light'), 'light'),
    new Option(say('dark'), 'dark'),
  );
  const boxes = namedControls(figure).map(({ name, label }) => {
    const box = make('input', {
      type: 'checkbox',
      value: name,
      checked: true,
      autocomplete: 'off',
    }) as HTMLInputElement;
    return { box, line: make('label', {}, box, ` ${label}`) };
  });
  const all = boxes.map(({ box }) => box);
  const panel = make(
    'div',
    { class: 'wishes' },
    make('label', {}, say('theme'), theme),
    ...(boxes.length > 0
      ? [make('fieldset', {}, make('legend', {}, say('controls')), ...boxes.map(({ line }) => line))]
      : []),
    make('p', {}, say('embedding', { height })),
  );
  panel.addEventListener('change', () => {
    const kept = all.filter(({ checked }) => checked).map(({ value }) => value);
    changed(codeFor({ theme: theme.value, controls: kept.length < all.length ? kept : undefined }));
  });
  return { code: codeFor({}), panel: withStyles(panel) };
}

/** A QR code that opens the figure as it stands. */
export function qrPanel({ id, address, state }: Alone): { readonly link: string; readonly panel: HTMLElement } {
  const link = embedAddress(address, state);
  const svg = qrOf(link);
  const save = make('button', { type: 'button' }, say('qrSave'));
  save.addEventListener('click', () =>
    hand(`${id}-qr.svg`, new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' })),
  );
  return { link, panel: withStyles(make('div', { class: 'qr' }, svg, save)) };
}
