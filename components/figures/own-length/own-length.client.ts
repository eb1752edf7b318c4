import { LiveFigure } from '../../figure/live-figure.ts';
import { countWords, lengths, longest } from './compute.ts';

/** Counts the words of a text that the reader types or pastes. The text stays where it is. */
export class OwnLength extends LiveFigure {
  override connectedCallback(): void {
    super.connectedCallback();
    const text = this.querySelector('textarea')!;
    text.addEventListener('input', () => void this.whenBegun(() => this.#count(text.value)));
  }

  #count(text: string): void {
    const counted = Math.min(countWords(text), longest);
    if (counted === 0) return this.set({ counted: undefined });
    // The slider stands at the length next to it.
    const words = String(lengths.findLast((length) => length <= counted) ?? lengths[0]);
    this.set({ counted, words });
  }
}
