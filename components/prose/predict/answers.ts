import type { PredictFirst } from './predict.client.ts';

/** A question of this page, and what became of it. */
export interface Answer {
  readonly question: PredictFirst;
  /** The heading that it stands under. */
  readonly section: HTMLElement;
  /** A guess was made; one who looked without guessing has not answered. */
  readonly isAnswered: boolean;
  readonly isRight: boolean;
}

/** Every question of the page that stands in a section, in reading order. */
export function answers(): Answer[] {
  const found: Answer[] = [];
  let section: HTMLElement | undefined;
  for (const part of document.querySelectorAll<HTMLElement>('article h2[id], article predict-first')) {
    if (part.localName === 'h2') section = part;
    else if (section) {
      const isRight = part.dataset['verdict'] === 'right';
      const isAnswered = isRight || part.dataset['verdict'] === 'wrong';
      found.push({ question: part as PredictFirst, section, isAnswered, isRight });
    }
  }
  return found;
}

/** Calls back now, and whenever a question is answered, forgotten or comes back with its answer. */
export function onAnswer(heard: () => void): void {
  heard();
  document.addEventListener('predict', heard);
}
