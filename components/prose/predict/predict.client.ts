import { showNumber } from '../../plots/number.ts';
import { say } from '../../say.ts';
import { keep, recall } from '../kept.ts';
import { veil } from './veil.ts';

/** What is kept of a reader who looked without guessing. */
const noGuess = '';

/** A question that waits for a guess before it says what is so. Whoever counts the answers hears of each change. */
export class PredictFirst extends HTMLElement {
  #inputs: HTMLInputElement[] = [];
  /** Where a slider stands is a guess only once the reader has put it there. */
  #touched = false;
  #asked = false;

  connectedCallback(): void {
    if (this.#inputs.length > 0) return;
    this.#inputs = [...this.querySelectorAll('input')];
    this.querySelectorAll<HTMLElement>(':is(button, input, .scale)[hidden]').forEach((each) => (each.hidden = false));
    for (const input of this.#inputs) {
      // A slider that is pressed where it stands says nothing of a change.
      for (const act of ['input', 'click', 'keyup'] as const)
        input.addEventListener(act, (event) => {
          if (!(event instanceof KeyboardEvent && event.key === 'Tab')) this.#place();
        });
      input.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter') return;
        // The button takes the focus, and the same key would press it.
        event.preventDefault();
        this.#check();
      });
    }
    this.#button.addEventListener('click', ({ detail }) => {
      // The second click of a double one would forget what the first has shown.
      if (detail > 1) return;
      if (this.dataset['verdict'] === undefined) return this.#check();
      this.forget();
      this.#inputs[0]!.focus();
    });
    this.#wait();
    const before = recall(this.#name);
    if (before === noGuess || (before !== undefined && this.#take(before))) this.#show();
    else this.#wait();
    const { hides } = this.dataset;
    if (hides !== undefined && this.dataset['verdict'] === undefined) veil(hides, this);
  }

  /** Asks as if it had never been answered. */
  forget(): void {
    keep(this.#name);
    this.#wait();
  }

  get #name(): string {
    return this.dataset['name']!;
  }

  get #button(): HTMLButtonElement {
    return this.querySelector('button')!;
  }

  get #range(): HTMLInputElement | undefined {
    return this.#inputs.find(({ type }) => type === 'range');
  }

  get #guess(): HTMLInputElement | undefined {
    return this.#touched ? (this.#range ?? this.#inputs.find(({ checked }) => checked)) : undefined;
  }

  /** The reader, or what was kept, has put the controls somewhere. */
  #place(): void {
    if (this.#range?.disabled) return;
    this.#touched = true;
    this.#asked = false;
    this.#say('');
    this.#write();
  }

  #write(): void {
    const range = this.#range;
    if (!range) return;
    const [scale, guess] = [this.querySelector<HTMLElement>('.scale')!, this.querySelector('.guess')!];
    scale.toggleAttribute('data-placed', this.#touched);
    const value = this.#number(range.valueAsNumber);
    range.setAttribute('aria-valuetext', this.#touched ? value : say('noGuess'));
    guess.textContent = this.#touched ? say('guess', { number: value }) : say('place');
    const [from, to] = [Number(range.min), Number(range.max)];
    scale.style.setProperty('--guess', `${(range.valueAsNumber - from) / (to - from)}`);
  }

  #number(value: number): string {
    return showNumber(value, Number(this.dataset['decimals']));
  }

  #say(...parts: (string | Node)[]): void {
    this.querySelector('.verdict')!.replaceChildren(...parts);
  }

  /** Puts the controls where a kept guess had them, if they still have such a place. */
  #take(guess: string): boolean {
    if (this.#range) this.#range.value = guess;
    else for (const input of this.#inputs) input.checked = input.value === guess;
    this.#place();
    return this.#guess?.value === guess;
  }

  #check(): void {
    const guess = this.#guess;
    if (!guess && !this.#asked) {
      this.#asked = true;
      return this.#say(say(this.#range ? 'placeFirst' : 'chooseFirst'));
    }
    keep(this.#name, guess?.value ?? noGuess);
    this.#show();
    // The control that had the focus no longer takes it.
    this.#button.focus();
  }

  #show(): void {
    const verdict = this.#range ? this.#measure(this.#range) : this.#mark();
    this.querySelector('details')!.open = true;
    this.#button.textContent = say('again');
    for (const input of this.#inputs) input.disabled = true;
    this.#turn(verdict);
  }

  /** Says how far off a number was; within a step of the scale it counts as right. */
  #measure(range: HTMLInputElement): string {
    const truth = this.querySelector('.truth')!.textContent;
    if (!this.#guess) {
      this.#say(say('itIs', { number: truth }));
      return 'none';
    }
    const gap = range.valueAsNumber - Number(this.dataset['truth']);
    const steps = Math.abs(gap) / Number(range.step);
    const off = { gap: this.#number(Math.abs(gap)) };
    // A little more than half a step and than a whole one, as the steps are floats.
    const said =
      steps < 0.501
        ? say('closest')
        : say(steps < 1.001 ? (gap > 0 ? 'closeHigh' : 'closeLow') : gap > 0 ? 'high' : 'low', off);
    this.#say(say('youGuessed', { guess: this.#number(range.valueAsNumber), number: truth }), said);
    return steps < 1.001 ? 'right' : 'wrong';
  }

  /** Marks what is right and what was chosen, and says why that was tempting. */
  #mark(): string {
    const right = Number(this.dataset['answer']);
    const chosen = this.#inputs.findIndex(({ checked }) => checked);
    this.#inputs.forEach((input, option) => {
      const item = input.closest('li')!;
      item.toggleAttribute('data-right', option === right);
      item.toggleAttribute('data-wrong', option === chosen && option !== right);
    });
    const copy = (selector: string): Node[] =>
      [...(this.querySelector(selector)?.childNodes ?? [])].map((node) => node.cloneNode(true));
    const because = (option: number): Node[] => copy(`[data-option="${option}"]`);
    const answerIs = say('answerIs', { answer: '\n' }).split('\n');
    if (chosen === right) this.#say(say('yes'), ...because(right));
    else
      this.#say(
        ...(chosen < 0 ? [] : [say('no'), ...because(chosen), ' ']),
        answerIs[0]!,
        ...copy('.truth'),
        answerIs[1]!,
        ...because(right),
      );
    return chosen === right ? 'right' : chosen < 0 ? 'none' : 'wrong';
  }

  /** As a reader finds it who has not guessed. */
  #wait(): void {
    this.#touched = this.#asked = false;
    for (const input of this.#inputs) {
      input.disabled = false;
      input.checked = false;
      if (input.type === 'range') input.value = input.min;
      input.closest('li')?.removeAttribute('data-right');
      input.closest('li')?.removeAttribute('data-wrong');
    }
    this.querySelector('details')!.open = false;
    this.#button.textContent = say('check');
    this.#say('');
    this.#write();
    this.#turn();
  }

  #turn(verdict?: string): void {
    if (verdict === undefined) delete this.dataset['verdict'];
    else this.dataset['verdict'] = verdict;
    this.dispatchEvent(new Event('predict', { bubbles: true }));
  }
}

customElements.define('predict-first', PredictFirst);
