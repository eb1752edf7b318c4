import { parts } from 'virtual:encoder';
import { say } from '../../say.ts';
import { showProgress } from '../../model/loading/progress.ts';
import { Cancelled, pageSentence } from '../page-sentence.ts';
import type { Progress } from '../../model/client.ts';

/** Lets work through that needs the model, `data-whole` of it or what maps need; the first time, it asks the reader before that is fetched. */
export class ModelGate extends HTMLElement {
  #agreed = false;

  /**
   * @param need What the figure cannot do without the model: a sentence.
   * @param again Called when the reader agrees or tries again; it should come through here once more.
   * @returns What the work gives, or nothing while the reader has not agreed or something went wrong: the figure then stays as it is.
   */
  async through<T>(
    need: string,
    work: (onProgress: Progress) => Promise<T>,
    again: () => void,
  ): Promise<T | undefined> {
    const missing = this.#agreed
      ? []
      : await pageSentence.missing(this.dataset['whole'] === undefined ? ['maps'] : ['maps', 'vectors']);
    if (missing.length > 0) {
      const bytes = missing.reduce((sum, part) => sum + parts[part].bytes, 0);
      this.#ask(
        need,
        say(missing.includes('maps') ? 'fetchModel' : 'fetchRest', { megabytes: (bytes / 1e6).toFixed(1) }),
        again,
      );
      return undefined;
    }
    this.clear();
    const loading = this.querySelector<HTMLElement>('.loading')!;
    loading.querySelector<HTMLElement>('[name=cancel]')!.onclick = () => pageSentence.cancel();
    try {
      return await work((received, total) => {
        loading.hidden = received === total;
        showProgress(loading, received, total);
      });
    } catch (error) {
      this.#agreed = false;
      if (error instanceof Cancelled) this.#ask(say('stoppedAsBefore'), say('tryAgain'), again);
      else this.#ask((error as Error).message, say('tryAgain'), again, 'error');
      return undefined;
    } finally {
      this.#handOn(loading);
      loading.hidden = true;
    }
  }

  /** Takes back what was asked: the reader has turned to something that needs no model. */
  clear(): void {
    const notice = this.querySelector<HTMLElement>('.notice')!;
    this.#handOn(notice);
    notice.hidden = true;
    delete notice.dataset['kind'];
    for (const part of notice.children) part.textContent = '';
  }

  /** What is taken away under the focus hands it on: to the question that is asked next, or to what the figure is set with. */
  #handOn(part: HTMLElement): void {
    if (!part.contains(document.activeElement)) return;
    const next = this.querySelector<HTMLElement>('.notice:not([hidden]) button');
    const setting = this.closest('.figure')!.querySelector<HTMLElement>('.controls :is(input, button, select)');
    (next && !part.contains(next) ? next : setting)?.focus();
  }

  #ask(sentence: string, label: string, again: () => void, kind = 'need'): void {
    const notice = this.querySelector<HTMLElement>('.notice')!;
    const button = notice.querySelector('button')!;
    notice.querySelector('span')!.textContent = sentence;
    notice.dataset['kind'] = kind;
    button.textContent = label;
    button.onclick = () => {
      this.#agreed = true;
      again();
    };
    notice.hidden = false;
  }
}

customElements.define('model-gate', ModelGate);
