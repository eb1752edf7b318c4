import { refill } from '../../figure/body.ts';
import { onRedraw } from '../../figure/redraw.ts';
import { arcs, arcsOf, between, type Arc, type Box } from '../../plots/arcs.ts';
import { withoutMark } from '../../model/labels.ts';
import { pageSentence } from '../../sentence/page-sentence.ts';
import type { Heatmap } from './figure.ts';
import { alikeAtFirst, findingOf, lightWords, makeWords, settingOf } from './headline.ts';

/** Long enough to see where an arc goes. */
const swing = 260;

/** The sentence above the figure: its words choose a row, and arcs swing to what that row looks at. */
export class Headline {
  readonly #root: HTMLElement;
  readonly #words: HTMLElement;
  readonly #swap: HTMLButtonElement;
  readonly #pair: readonly [string, string];
  #arcs: readonly Arc[] = [];
  #frame = 0;
  /** Whether a word was clicked: then pointing at others chooses none, until it is clicked again. */
  #isHeld = false;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#words = root.querySelector('.words')!;
    this.#swap = root.querySelector('.swap')!;
    this.#pair = JSON.parse(this.#swap.dataset['pair']!) as [string, string];
    this.#listen();
    void document.fonts.ready.then(() => this.#draw(this.#measured()));
    onRedraw([this.#words], () => this.#draw(this.#measured()));
  }

  show(shown: Heatmap): void {
    const { labels, unit } = shown.trained;
    const before = [...this.#words.querySelectorAll('bdi')].map(({ textContent }) => textContent);
    // The reader may have the focus there: words that stay are left standing.
    if (String(before) !== String(labels.map(withoutMark))) {
      const isPair = unit === 'words' && this.#pair.includes(shown.text);
      const start = isPair ? alikeAtFirst(this.#pair) : undefined;
      this.#words.replaceChildren(
        ...this.#words.querySelectorAll(':scope > .arcs'),
        ...makeWords(document, shown.trained, start),
      );
      this.#root.querySelector('.sentence')!.className = `sentence ${settingOf(shown.trained, start)}`.trim();
      this.#isHeld = false;
    }
    lightWords(this.#words, shown);
    refill(this.#root.querySelector('.finding')!, findingOf(shown));
    this.#offer(shown.text);
    this.#swingTo(this.#measured());
  }

  #listen(): void {
    const radioOf = ({ target }: Event): HTMLInputElement | null | undefined =>
      target instanceof Element ? target.closest('label')?.querySelector('input') : null;
    this.#words.addEventListener('pointerover', (event) => {
      const radio = radioOf(event);
      if (!radio || radio.checked || this.#isHeld || event.pointerType !== 'mouse') return;
      radio.checked = true;
      radio.dispatchEvent(new Event('input', { bubbles: true }));
    });
    let wasHeld: HTMLInputElement | null | undefined;
    this.#words.addEventListener('pointerdown', () => (wasHeld = this.#isHeld ? this.#chosen() : undefined));
    this.#words.addEventListener('click', (event) => {
      // Keys click a radio button too, and a click on its label comes twice.
      if (event.detail > 0 && event.target instanceof HTMLInputElement) this.#isHeld = radioOf(event) !== wasHeld;
    });
    this.#words.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#isHeld = false;
    });
    this.#swap.addEventListener('click', () => void this.#turn());
  }

  #chosen(): HTMLInputElement | null {
    return this.#words.querySelector('input:checked');
  }

  /** The end that stands in the other sentence, or the way back from the reader's own. */
  #offer(text: string): void {
    const at = this.#pair.indexOf(text);
    const other = this.#pair[at === 0 ? 1 : 0]!;
    const end = other.split(' ').slice(alikeAtFirst(this.#pair)).join(' ');
    refill(this.#swap, at < 0 ? 'Back to the first sentence' : ['Swap the end: ', { tag: 'b', text: end }]);
    this.#swap.dataset['to'] = other;
  }

  async #turn(): Promise<void> {
    try {
      await pageSentence.askExample(this.#swap.dataset['to'] ?? this.#pair[1]);
    } catch (error) {
      refill(this.#root.querySelector('.finding')!, (error as Error).message);
    }
  }

  /** The arcs of the chosen word over the words as they stand in the page. */
  #measured(): readonly Arc[] {
    const labels = [...this.#words.querySelectorAll('label')];
    const em = parseFloat(getComputedStyle(this.#words).fontSize);
    const { left, top } = this.#words.getBoundingClientRect();
    const boxes = labels.map((label): Box => {
      const box = label.getBoundingClientRect();
      return { x: (box.left - left) / em, y: (box.top - top) / em, width: box.width / em, height: box.height / em };
    });
    const from = labels.findIndex((label) => label.querySelector('input')!.checked);
    return arcsOf(
      boxes,
      Math.max(0, from),
      labels.map((label) => Number(label.dataset['weight'])),
    );
  }

  #swingTo(after: readonly Arc[]): void {
    cancelAnimationFrame(this.#frame);
    const before = this.#arcs;
    if (before.length === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return this.#draw(after);
    const begun = performance.now();
    const step = (now: number): void => {
      const share = Math.min(1, Math.max(0, (now - begun) / swing));
      this.#draw(between(before, after, share * (2 - share)));
      if (share < 1) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  #draw(all: readonly Arc[]): void {
    const em = parseFloat(getComputedStyle(this.#words).fontSize);
    const { clientWidth, clientHeight } = this.#words;
    // Words that have no place on the page yet have no size to measure by; they are drawn over when they have.
    if (clientWidth === 0) return;
    this.#arcs = all;
    const svg = arcs(all, clientHeight / em, { document, width: clientWidth / em });
    svg.setAttribute('aria-hidden', 'true');
    for (const drawn of this.#words.querySelectorAll(':scope > .arcs, :scope > div')) drawn.remove();
    this.#words.prepend(svg);
  }
}
