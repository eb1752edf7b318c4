import { withBase } from '../../base.ts';
import { say } from '../../say.ts';
import { LateCode } from '../late-code.ts';
import { LiveFigure } from '../live-figure.ts';
import { linkTo, stateOf } from '../state/permalink.ts';
import type { FileKind } from './files.ts';
import { hand } from './hand.ts';
import type { Alone } from './panels.ts';
import { takenFromPage, type Taken } from './taken.ts';

const files = new LateCode('fileWriter', () => import('./files.ts'));
const panels = new LateCode('panelMaker', () => import('./panels.ts'));
/** A frame may keep files from the reader, and its page is not the one in the address bar. */
const isFramed = window.top !== window;

/** Ways to take a figure along: its link, its drawing, its numbers, its citation. What is said is what is known. */
class FigureShare extends HTMLElement {
  connectedCallback(): void {
    for (const button of this.querySelectorAll<HTMLButtonElement>('button')) {
      button.hidden = false;
      button.addEventListener('click', () => void this.#share(button.dataset['share']!));
    }
    const alone = this.querySelector<HTMLAnchorElement>('a');
    // It may be opened by any key and button, and in a tab of its own.
    for (const sign of ['pointerdown', 'keydown', 'click'])
      alone?.addEventListener(sign, () => (alone.hash = stateOf(this.dataset['figure']!)));
  }

  get #figure(): HTMLElement {
    return this.closest<HTMLElement>('.figure')!;
  }

  async #share(kind: string): Promise<void> {
    this.#show('', '');
    this.#put();
    try {
      const live = this.#figure.closest('[data-figure]');
      if (['link', 'embed', 'qr'].includes(kind) && live instanceof LiveFigure) await live.settled();
      if (kind === 'link') return await this.#copy('link', linkTo(this.#figure.id));
      if (kind === 'embed') return await this.#embed();
      if (kind === 'qr') return await this.#qr();
      const taken = await this.#take();
      const { bibtexOf, fileOf } = await files.fetch();
      const at = { link: linkTo(this.#figure.id), site: siteName() };
      if (kind === 'cite') return await this.#copy('entry', bibtexOf(taken, at), true);
      const name = `${taken.id}.${kind}`;
      hand(name, await fileOf(kind as FileKind, this.#figure, taken, at));
      this.#show(say('handed', { name }) + (isFramed ? say('framed') : ''));
    } catch (error) {
      this.#show((error as Error).message);
    }
  }

  async #embed(): Promise<void> {
    const { embedding } = await panels.fetch();
    const { code, panel } = embedding(this.#figure, this.#alone(), (changed) => {
      this.#show(say('codeChanged'));
      this.#write(changed);
    });
    await this.#copy('code', code, true);
    this.#put(panel);
  }

  async #qr(): Promise<void> {
    const { qrPanel } = await panels.fetch();
    const { link, panel } = qrPanel(this.#alone());
    this.#show(say('qrOpens'), link);
    this.#put(panel);
  }

  #alone(): Alone {
    const id = this.dataset['figure']!;
    return {
      id,
      title: `${this.#figure.querySelector('.title')!.textContent.trim()} · ${siteName()}`,
      address: new URL(withBase(`/embed/${id}/`), location.href).href,
      state: stateOf(id),
    };
  }

  #take(): Promise<Taken> | Taken {
    const live = this.#figure.closest('[data-figure]');
    return live instanceof LiveFigure ? live.taken() : takenFromPage(this.dataset['figure']!, this.#figure);
  }

  /** Copies a text; where that is refused, or it is to be read too, it stands in a field, selected. */
  async #copy(what: 'link' | 'code' | 'entry', text: string, isShown = false): Promise<void> {
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    if (isCopied) this.#show(say(`${what}Copied`), isShown ? text : '');
    else this.#show(say(`${what}Here`), text);
  }

  #show(said: string, text = ''): void {
    this.querySelector('[role=status]')!.textContent = said;
    this.#write(text);
    if (text !== '') this.querySelector('textarea')!.select();
  }

  #write(text: string): void {
    const field = this.querySelector('textarea')!;
    field.hidden = text === '';
    field.value = text;
    field.rows = text.split('\n').length;
  }

  /** What stands under the text that is to be copied. */
  #put(...panel: readonly HTMLElement[]): void {
    this.querySelector('.panel')!.replaceChildren(...panel);
  }
}

const siteName = (): string => document.querySelector<HTMLMetaElement>('meta[name=application-name]')!.content;

customElements.define('figure-share', FigureShare);
