import { LateCode } from '../../figure/late-code.ts';
import { LiveFigure } from '../../figure/live-figure.ts';
import { whenAsked } from '../../figure/when-asked.ts';
import type { Shown } from './compute.ts';
import type { AlignmentReading } from './reading.ts';
import type { AlignmentState } from './state.ts';
import { light, makeLooking, makePressed } from './ways.ts';

const words = new LateCode('figureCode', () => import('./words.ts'));
const code = new LateCode('figureCode', () => import('./fetch-translators.ts'));

/** Slower than this, and the reader is told what takes so long. */
const patience = 200;

/** Two translators that read a sentence of the reader's own: words of both languages with the lines between them, beside the map. */
export class Alignment extends LiveFigure {
  /** The sentence whose words stand in the page. */
  #standing = this.dataset['sentence'];
  #translate: Promise<(sentence: string) => AlignmentReading> | undefined;
  #last: { readonly sentence: string; readonly reading: Promise<AlignmentReading> } | undefined;
  /** Whether the box holds words that were not asked about yet: what comes meanwhile must not wipe them out. */
  #isTyping = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#standing = this.dataset['sentence'];
    const choose = (query: number, key?: number): void => void this.whenBegun(() => this.set({ query, key }));
    const ways = this.querySelector('.ways')!;
    ways.addEventListener('pointerover', (event) => {
      const { target, pointerType } = event as PointerEvent;
      const { query, key } = (target as SVGElement).dataset;
      if (query !== undefined) return choose(Number(query), Number(key));
      const label = (target as Element).closest('.looking label');
      if (label && pointerType === 'mouse') choose(Number(label.querySelector('input')!.value));
    });
    this.#box.addEventListener('input', () => (this.#isTyping = true));
    whenAsked(this.querySelector('.ask')!, () => void this.#ask(this.#box.value));
  }

  get #box(): HTMLInputElement {
    return this.querySelector('.ask input')!;
  }

  /** Another word to be written leaves open what it looks at, another sentence both. */
  protected override set(change: Parameters<LiveFigure['set']>[0]): void {
    const open =
      'sentence' in change ? { query: undefined, key: undefined } : 'query' in change ? { key: undefined } : {};
    super.set({ ...open, ...change });
  }

  async #ask(text: string): Promise<void> {
    try {
      const { faultsOf, readSentence } = await words.fetch();
      const sentence = readSentence(text);
      if (sentence === undefined) return this.#say(faultsOf(text).join(' '), true);
      this.#isTyping = false;
      this.#say('');
      await this.whenBegun(() => this.set({ sentence }));
    } catch (error) {
      this.#say((error as Error).message, true);
    }
  }

  #say(sentence: string, isError = false): void {
    const notice = this.querySelector<HTMLElement>('.asked')!;
    notice.hidden = sentence === '';
    notice.textContent = sentence;
    notice.toggleAttribute('data-kind', false);
    if (isError) notice.dataset['kind'] = 'error';
  }

  /** The page brings what the translators make of its own sentence; for another one they are fetched. */
  protected override read(state: AlignmentState): unknown {
    const { sentence } = state;
    if (sentence === this.dataset['sentence']) return super.read(state);
    if (this.#last?.sentence !== sentence) {
      const asked = { sentence, reading: this.#readBy(sentence) };
      this.#last = asked;
      // What failed is asked again.
      asked.reading.catch(() => this.#last === asked && (this.#last = undefined));
    }
    return this.#last!.reading;
  }

  async #readBy(sentence: string): Promise<AlignmentReading> {
    const slow = setTimeout(() => this.#say('The two translators are being fetched.'), patience);
    try {
      this.#translate ??= code.fetch().then(({ fetchTranslators }) => fetchTranslators());
      return (await this.#translate)(sentence);
    } catch (error) {
      this.#translate = undefined;
      throw error;
    } finally {
      clearTimeout(slow);
      this.#say('');
    }
  }

  protected override isAsBuilt({ source }: AlignmentReading): boolean {
    return source.join(' ') === this.dataset['sentence'];
  }

  protected override sentenceOf({ source }: AlignmentReading): string {
    return source.join(' ');
  }

  protected override showOwn(shown: Shown): void {
    if (this.#standing !== shown.sentence) {
      this.querySelector('.pressed')!.replaceWith(makePressed(document, shown));
      this.querySelector('.looking')!.replaceWith(makeLooking(document, shown));
      this.#standing = shown.sentence;
    }
    if (!this.#isTyping) this.#box.value = shown.sentence;
    light(this.querySelector('.looking')!, shown);
    this.querySelectorAll<HTMLInputElement>('.queries input')[shown.query]!.checked = true;
  }
}
