import { showNumber } from '../../plots/number.ts';

/** The reader's guesses, by page and name, on the reader's own machine. */
const storageKey = 'predictions';

/** A choice is kept by its words, so that it stays what it was when a chapter reorders its options. */
type Guesses = Record<string, string>;

function recall(): Guesses {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Guesses) : {};
  } catch {
    // Storage is refused or spoilt: nothing was guessed before.
    return {};
  }
}

/** Keeps a guess; without one, forgets it. */
function remember(name: string, guess?: string): void {
  const guesses = recall();
  if (guess === undefined) delete guesses[name];
  else guesses[name] = guess;
  try {
    localStorage.setItem(storageKey, JSON.stringify(guesses));
  } catch {
    // Then the guess lasts as long as the page.
  }
}

/** A question that waits for a guess before it says what is so. */
class PredictFirst extends HTMLElement {
  #inputs: HTMLInputElement[] = [];
  #name = '';

  connectedCallback(): void {
    if (this.#inputs.length > 0) return;
    this.#name = `${location.pathname}#${this.dataset['name']!}`;
    this.#inputs = [...this.querySelectorAll('input')];
    this.querySelectorAll<HTMLElement>('[hidden]').forEach((each) => (each.hidden = false));
    this.addEventListener('input', () => this.#write());
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !this.#inputs.includes(event.target as HTMLInputElement)) return;
      // The button takes the focus, and the same key would press it.
      event.preventDefault();
      this.#see();
    });
    this.#button.addEventListener('click', ({ detail }) => {
      // The second click of a double one would forget what the first has shown.
      if (detail > 1) return;
      if ('guessed' in this.dataset) this.#askAgain();
      else this.#see();
    });
    this.#wait();
    const before = recall()[this.#name];
    if (before === undefined) return;
    if (this.#take(before)) this.#show();
    else this.#wait();
  }

  get #button(): HTMLButtonElement {
    return this.querySelector('button')!;
  }

  get #range(): HTMLInputElement | undefined {
    return this.#inputs.find(({ type }) => type === 'range');
  }

  get #guess(): HTMLInputElement | undefined {
    return this.#range ?? this.#inputs.find(({ checked }) => checked);
  }

  #write(): void {
    if (this.#range) this.querySelector('.now')!.textContent = this.#number(this.#range.valueAsNumber);
  }

  #number(value: number): string {
    return showNumber(value, Number(this.dataset['decimals']));
  }

  #say(verdict: string): void {
    this.querySelector('.verdict')!.textContent = verdict;
  }

  /** Puts the controls where a kept guess had them, if they still have such a place. */
  #take(guess: string): boolean {
    if (this.#range) this.#range.value = guess;
    for (const input of this.#inputs) input.checked = input.value === guess;
    this.#write();
    return this.#guess?.value === guess;
  }

  #see(): void {
    const guess = this.#guess;
    if (!guess) return this.#say('Choose one first, or open the answer.');
    remember(this.#name, guess.value);
    this.#show();
    this.querySelector('details')!.open = true;
    // The control that had the focus no longer takes it.
    this.#button.focus();
  }

  #show(): void {
    this.dataset['guessed'] = '';
    this.#button.textContent = 'Ask me again';
    this.querySelector('summary')!.textContent = 'Why';
    for (const input of this.#inputs) input.disabled = true;
    const truth = this.querySelector('.truth')!.textContent;
    const range = this.#range;
    if (range) {
      const gap = range.valueAsNumber - Number(this.dataset['truth']);
      const off = Math.abs(gap);
      // A little more than half a step, as the steps are floats.
      const verdict =
        off < 0.501 * Number(range.step)
          ? 'That is as close as the scale allows.'
          : `You were ${this.#number(off)} too ${gap > 0 ? 'high' : 'low'}.`;
      return this.#say(`You guessed ${this.#number(range.valueAsNumber)}; it is ${truth}. ${verdict}`);
    }
    const right = this.#inputs[Number(this.dataset['answer'])]!;
    for (const input of this.#inputs) {
      const option = input.closest('li')!;
      option.toggleAttribute('data-right', input === right);
      option.toggleAttribute('data-wrong', input.checked && input !== right);
    }
    this.#say(right.checked ? 'Yes, so it is.' : `Not so. The answer: “${truth}”.`);
  }

  #askAgain(): void {
    remember(this.#name);
    delete this.dataset['guessed'];
    this.querySelector('details')!.open = false;
    this.#wait();
    this.#inputs[0]!.focus();
  }

  /** As a reader finds it who has not guessed. */
  #wait(): void {
    for (const input of this.#inputs) {
      input.disabled = false;
      input.checked = false;
      if (input.type === 'range') input.value = input.min;
    }
    this.querySelectorAll('li').forEach((option) =>
      ['data-right', 'data-wrong'].forEach((mark) => option.removeAttribute(mark)),
    );
    this.#button.textContent = 'See';
    this.querySelector('summary')!.textContent = 'See the answer';
    this.#say('');
    this.#write();
  }
}

customElements.define('predict-first', PredictFirst);
