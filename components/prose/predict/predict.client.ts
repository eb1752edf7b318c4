import { showNumber } from '../../plots/number.ts';

/** The reader's guesses, by page and name, on the reader's own machine. */
const storageKey = 'predictions';

function recall(): Record<string, number> {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Record<string, number>;
  } catch {
    // Storage is refused or spoilt: nothing was guessed before.
    return {};
  }
}

function remember(name: string, guess: number): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ ...recall(), [name]: guess }));
  } catch {
    // Then the guess lasts as long as the page.
  }
}

/** A question that waits for a guess before it says what is so. */
class PredictFirst extends HTMLElement {
  connectedCallback(): void {
    const name = `${location.pathname}#${this.dataset['name']!}`;
    const guessed = (guess: number): void => {
      remember(name, guess);
      this.#show(guess);
      this.#details.open = true;
    };
    for (const radio of this.querySelectorAll<HTMLInputElement>('[type=radio]')) {
      radio.hidden = false;
      radio.addEventListener('change', () => guessed(Number(radio.value)));
    }
    const range = this.#range;
    if (range) {
      this.querySelector<HTMLElement>('.scale')!.hidden = false;
      range.addEventListener('input', () => this.#write(range.valueAsNumber));
      this.querySelector('button')!.addEventListener('click', () => guessed(range.valueAsNumber));
    }
    this.querySelector('summary')!.textContent = 'See the answer without guessing';
    this.dataset['live'] = '';
    const before = recall()[name];
    if (before !== undefined) this.#show(before);
  }

  get #details(): HTMLDetailsElement {
    return this.querySelector('details')!;
  }

  get #range(): HTMLInputElement | null {
    return this.querySelector('[type=range]');
  }

  #write(guess: number): void {
    this.querySelector('output')!.textContent = showNumber(guess, Number(this.dataset['decimals']));
  }

  #show(guess: number): void {
    this.dataset['guessed'] = '';
    this.querySelector('summary')!.textContent = 'Why';
    const verdict = this.querySelector('.verdict')!;
    if (this.#range) {
      this.#range.value = String(guess);
      this.#write(guess);
      const truth = Number(this.dataset['truth']);
      const decimals = Number(this.dataset['decimals']);
      const off = Math.abs(guess - truth);
      verdict.textContent = `You guessed ${showNumber(guess, decimals)}; it is ${this.querySelector('.truth')!.textContent}. ${off < Number(this.#range.step) ? 'As close as the scale allows.' : `You were ${showNumber(off, decimals)} too ${guess > truth ? 'high' : 'low'}.`}`;
      return;
    }
    const answer = Number(this.dataset['answer']);
    for (const option of this.querySelectorAll<HTMLElement>('[data-option]')) {
      const index = Number(option.dataset['option']);
      option.querySelector('input')!.checked = index === guess;
      option.toggleAttribute('data-right', index === answer);
      option.toggleAttribute('data-wrong', index === guess && index !== answer);
    }
    verdict.textContent = guess === answer ? 'Yes, so it is.' : 'Not so: the one marked with a tick is.';
  }
}

customElements.define('predict-first', PredictFirst);
