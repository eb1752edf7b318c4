import { say } from '../../say.ts';

/**
 * Covers a figure in which the answer to a question stands, until the question is answered
 * or the reader asks for the figure. An address that opens the figure at a state asks for it.
 */
export function veil(figure: string, question: HTMLElement): void {
  const header = document.querySelector(`#figure-${figure} > header`);
  if (!header || location.hash.includes(figure)) return;
  const covered = [...header.parentElement!.children].filter((part) => part !== header);
  const show = document.createElement('button');
  show.type = 'button';
  show.textContent = say('uncover');
  const cover = document.createElement('div');
  cover.className = 'predict-veil';
  cover.append(say('covered'), show);
  header.after(cover);
  const turn = (inert: boolean): void => covered.forEach((part) => part.toggleAttribute('inert', inert));
  turn(true);
  const lift = (): void => {
    cover.remove();
    turn(false);
  };
  show.addEventListener('click', lift);
  question.addEventListener('predict', () => question.dataset['verdict'] !== undefined && lift());
}
