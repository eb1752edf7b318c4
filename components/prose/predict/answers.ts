/** Something that the reader is asked, and that can be asked as if it had never been answered. */
interface Question extends HTMLElement {
  forget(): void;
}

/** A question or an exercise of this page, and what became of it. */
export interface Answer {
  readonly question: Question;
  /** The heading that it stands under. */
  readonly section: HTMLElement;
  /** A guess was made; one who looked without guessing has not answered. */
  readonly isAnswered: boolean;
  readonly isRight: boolean;
}

/** Every question and exercise of the page that stands in a section, in reading order. */
export function answers(): Answer[] {
  const found: Answer[] = [];
  let section: HTMLElement | undefined;
  for (const part of document.querySelectorAll<HTMLElement>('article :is(h2[id], predict-first, code-exercise)')) {
    if (part.localName === 'h2') section = part;
    else if (section) {
      const isRight = part.dataset['verdict'] === 'right';
      const isAnswered = isRight || part.dataset['verdict'] === 'wrong';
      found.push({ question: part as Question, section, isAnswered, isRight });
    }
  }
  return found;
}

/** Calls back now, and whenever a question is answered, forgotten or comes back with its answer. */
export function onAnswer(heard: () => void): void {
  heard();
  document.addEventListener('predict', heard);
}
