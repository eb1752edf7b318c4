import { LateCode } from '../../figure/late-code.ts';
import { keep, recall } from '../../prose/kept.ts';
import { say } from '../../say.ts';
import type { ExerciseElement } from './element.ts';

const late = new LateCode('exerciseCode', () => import('./at-work.ts'));
type AtWork = typeof import('./at-work.ts');

/** Code for the reader to write. What passed the cases once stays so, whatever is tried after it. */
class CodeExercise extends HTMLElement implements ExerciseElement {
  starter = '';
  code = '';

  connectedCallback(): void {
    if (this.starter !== '') return;
    const listing = this.find('.starter pre');
    this.code = this.starter = listing.textContent;
    listing.tabIndex = 0;
    listing.ariaLabel = say('codeToEdit');
    listing.addEventListener('click', (event) => this.#late(({ edit }) => edit(this, event)));
    // The mouse gives the focus before it has chosen a place.
    listing.addEventListener('focus', () => {
      if (listing.matches(':focus-visible')) this.#late(({ edit }) => edit(this));
    });
    this.find('.ways').hidden = false;
    for (const name of ['check', 'hint', 'restore'] as const)
      this.find(`.${name}`).addEventListener('click', () => this.#late((work) => work[name](this)));
    const before = recall(this.name);
    if (before !== undefined) listing.textContent = this.code = before;
    this.find('.restore').hidden = before === undefined;
    if (recall(`${this.name}-passed`) !== undefined) this.pass(true);
  }

  /** As a reader finds it who has written nothing. */
  forget(): void {
    keep(`${this.name}-passed`);
    if (this.code !== this.starter) this.#late(({ set }) => set(this, this.starter));
    this.pass(false);
  }

  get name(): string {
    return this.dataset['name']!;
  }

  find(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector)!;
  }

  /** Whoever counts the answers of the page hears of it as of a question's. */
  pass(isRight: boolean): void {
    if (isRight) this.dataset['verdict'] = 'right';
    else delete this.dataset['verdict'];
    this.dispatchEvent(new Event('predict', { bubbles: true }));
  }

  #late(act: (work: AtWork) => Promise<void> | void): void {
    late
      .fetch()
      .then(act)
      .catch((error: Error) => (this.find('.answer').textContent = error.message));
  }
}

customElements.define('code-exercise', CodeExercise);
