import type { Reading } from '#lib/encoder/reading.ts';
import { LiveFigure } from '../figure/live-figure.ts';
import type { Schema, State } from '../figure/state/fields.ts';
import { say } from '../say.ts';
import { excerptOf, noticeOf } from '../model/excerpt.ts';
import type { Question } from '../model/protocol.ts';
import type { ModelGate } from './model-gate/model-gate.ts';
import './model-gate/model-gate.ts';
import { pageSentence } from './page-sentence.ts';

/**
 * A figure that follows the page's sentence into the encoder. A field that the reader may leave
 * open, such as a cell, belongs to one sentence: another one leaves it open again.
 */
export class SentenceFigure extends LiveFigure {
  #text: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#text = this.dataset['sentence'];
    pageSentence.addEventListener('change', () => this.#follow());
    pageSentence.addEventListener('model', () => this.figure && this.refresh());
    // It may have changed before this script came.
    if (pageSentence.current) this.#follow();
  }

  #follow(): void {
    const { text } = pageSentence.current!;
    const isNew = text !== this.#text;
    this.#text = text;
    if (isNew && !pageSentence.isAddressed && this.figure) this.set(this.#left({}));
    else if (isNew || this.figure) this.refresh();
  }

  /** A state with all that a reader may leave open left open. */
  #left(state: State<Schema>): State<Schema> {
    const open = Object.entries(this.figure!.state as Schema).filter(([, { fallback }]) => fallback === undefined);
    return { ...state, ...Object.fromEntries(open.map(([name]) => [name, undefined])) };
  }

  /** While the address waits for its sentence, another one stands in: what was chosen is not chosen in that. */
  protected override mayBeSaid(): boolean {
    return pageSentence.wanted === undefined;
  }

  protected override fitted(state: State<Schema>, reading: unknown): State<Schema> {
    return super.fitted(pageSentence.wanted === undefined ? state : this.#left(state), reading);
  }

  protected override isAsBuilt(reading: unknown): boolean {
    return (reading as Reading).text === this.dataset['sentence'];
  }

  protected override sentenceOf(reading: unknown): string {
    return (reading as Reading).text;
  }

  /** @throws Error with a sentence for the reader, where the page's sentence cannot be had. */
  protected async sentence(): Promise<Reading> {
    if (!pageSentence.current) await pageSentence.start();
    if (!pageSentence.current) throw new Error(say('noSentences'));
    return pageSentence.current;
  }

  /** The page's sentence, or as much of it as the figure has room for. */
  protected override async read(_: State<Schema>): Promise<Reading | undefined> {
    const current = await this.sentence();
    const excerpt = excerptOf(current);
    const notice = this.querySelector<HTMLElement>('.cut')!;
    notice.textContent = noticeOf(excerpt);
    notice.hidden = !excerpt;
    if (excerpt) return this.ask({ of: excerpt }, say('beginningUnread'));
    this.settle();
    return current;
  }

  /** What the model answers, if it is here or the reader lets it be fetched. */
  protected ask(question: Question, need: string): Promise<Reading | undefined> {
    return this.querySelector<ModelGate>('model-gate')!.through(
      say('untilHere', { need }),
      (onProgress) => pageSentence.read(question, onProgress),
      () => this.refresh(),
    );
  }

  /** This answer needs no model, so whatever was asked about it is settled. */
  protected settle(): void {
    this.querySelector<ModelGate>('model-gate')!.clear();
  }
}
