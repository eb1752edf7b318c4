import { say } from '../../say.ts';
import { showProgress } from '../../model/loading/progress.ts';
import { Cancelled, pageSentence } from '../page-sentence.ts';
import { whenAsked } from '../../figure/when-asked.ts';
import { whenTouched } from '../../figure/touched.ts';
import { noticesOf } from './notices.ts';
import { parts } from 'virtual:encoder';

interface Notice {
  readonly text: string;
  readonly kind?: 'error';
  readonly retry?: () => void;
}

/** Takes a sentence to the page's encoder, and tells how that goes. Figures listen to `pageSentence`. */
class SentenceBox extends HTMLElement {
  #asking = 0;
  /** Whether the box holds text that was not asked about yet: the page's sentence, when it comes, must not wipe it out. */
  #isTyping = false;

  connectedCallback(): void {
    const input = this.#find<HTMLInputElement>('input');
    const select = this.#find<HTMLSelectElement>('select');
    if (pageSentence.hasOther(input.value)) void pageSentence.start();
    else whenTouched(this, () => void pageSentence.start());

    input.addEventListener('input', () => (this.#isTyping = true));
    // To the model a tab is an unknown character; to the reader it is a space.
    whenAsked(this.#find('.ask'), () => void this.#ask(input.value.replaceAll(/\s/g, ' ')));
    select.addEventListener('change', () => {
      if (select.value !== '') void this.#ask(select.value);
      select.value = '';
    });
    pageSentence.addEventListener('wanted', () => {
      input.value = pageSentence.wanted!;
      this.#isTyping = true;
      if (document.querySelector('sentence-box') !== this) return;
      const button = this.#find('button.primary').textContent!.trim();
      const megabytes = (parts.maps.bytes / 1e6).toFixed(1);
      this.#notify([{ text: say('addressed', { button, megabytes }) }]);
    });
    this.#find('[name=cancel]').addEventListener('click', () => pageSentence.cancel());
    pageSentence.addEventListener('change', () => {
      const shown = pageSentence.current!;
      if (!this.#isTyping) input.value = shown.text;
      // Where a page has several boxes, one of them speaks: the one that was asked.
      const speaker = document.querySelector('sentence-box[aria-busy]') ?? document.querySelector('sentence-box');
      this.#notify(speaker === this ? noticesOf(shown).map((text) => ({ text })) : []);
    });
  }

  #find<E extends Element>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }

  async #ask(sentence: string): Promise<void> {
    if (sentence.trim() === '') {
      this.#notify([{ kind: 'error', text: say('emptyBox') }]);
      this.#find<HTMLInputElement>('input').focus();
      return;
    }
    const asking = ++this.#asking;
    this.#isTyping = false;
    const loading = this.#find<HTMLElement>('.loading');
    // What is taken away under the focus hands it on.
    const isWithin = (part: string): boolean => this.#find(part).contains(document.activeElement);
    if (isWithin('.notices')) this.#find<HTMLElement>('button.primary').focus();
    this.#notify([]);
    this.setAttribute('aria-busy', 'true');
    // A model at hand answers before this shows: nothing flickers.
    const slow = setTimeout(() => (loading.hidden = false), 200);
    try {
      await pageSentence.ask(sentence, (received, total) => {
        loading.hidden = received === total;
        showProgress(loading, received, total);
      });
    } catch (error) {
      if (asking !== this.#asking) return;
      const retry = (): void => void this.#ask(sentence);
      this.#notify([
        error instanceof Cancelled
          ? { text: say('stoppedAsLast'), retry }
          : { kind: 'error', text: (error as Error).message, retry },
      ]);
    } finally {
      clearTimeout(slow);
      if (asking === this.#asking) {
        if (isWithin('.loading')) (this.querySelector<HTMLElement>('.notices button') ?? this.#find('input')).focus();
        loading.hidden = true;
        this.removeAttribute('aria-busy');
      }
    }
  }

  #notify(notices: readonly Notice[]): void {
    this.#find('.notices').replaceChildren(
      ...notices.map(({ text, kind, retry }) => {
        const notice = document.createElement('p');
        notice.className = 'notice';
        if (kind) notice.dataset['kind'] = kind;
        notice.append(text);
        if (retry) {
          const button = document.createElement('button');
          button.type = 'button';
          button.textContent = say('tryAgain');
          button.addEventListener('click', retry);
          notice.append(' ', button);
        }
        return notice;
      }),
    );
  }
}

customElements.define('sentence-box', SentenceBox);
