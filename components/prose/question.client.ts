/** An answer that a reader has opened stands open when they come back. */
import { keep, recall } from './kept.ts';

for (const question of document.querySelectorAll<HTMLDetailsElement>('.think')) {
  const name = `think: ${question.querySelector('summary')!.textContent.replace(/\s+/g, ' ').trim()}`;
  if (recall(name) !== undefined) question.open = true;
  question.addEventListener('toggle', () => keep(name, question.open ? 'open' : undefined));
}
