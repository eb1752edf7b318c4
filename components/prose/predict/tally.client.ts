import { say } from '../../say.ts';
import { answers, onAnswer } from './answers.ts';

const tally = document.querySelector<HTMLElement>('.tally')!;
const [count, open, over] = ['.count', '.open', 'button'].map((part) => tally.querySelector<HTMLElement>(part)!) as [
  HTMLElement,
  HTMLElement,
  HTMLButtonElement,
];

/** A link to the first open question of each section that has one. */
function linksToOpen(all: ReturnType<typeof answers>): HTMLAnchorElement[] {
  const firstOf = new Map<HTMLElement, HTMLElement>();
  for (const { question, section, isAnswered } of all)
    if (!isAnswered && !firstOf.has(section)) firstOf.set(section, question.querySelector<HTMLElement>('.ask')!);
  return [...firstOf].map(([section, ask]) => {
    const link = document.createElement('a');
    link.href = `#${ask.id}`;
    link.textContent = section.textContent.trim();
    return link;
  });
}

onAnswer(() => {
  const all = answers();
  const answered = all.filter(({ isAnswered }) => isAnswered).length;
  const right = all.filter(({ isRight }) => isRight).length;
  const isOnlyAsked = all.every(({ question }) => question.localName === 'predict-first');
  const what = say(isOnlyAsked ? 'questions' : 'questionsAndExercises', { count: all.length });
  tally.hidden = false;
  count.textContent = answered === 0 ? say('none', { all: what }) : say('some', { count: answered, all: what, right });
  // Before the first answer all is open, and the contents list it.
  const links = answered > 0 ? linksToOpen(all) : [];
  open.replaceChildren(...links.flatMap((link, index) => [say(index === 0 ? 'open' : 'comma'), link]));
  over.hidden = !all.some(({ question }) => question.dataset['verdict'] !== undefined);
});

over.addEventListener('click', () => {
  for (const { question } of answers()) question.forget();
  // The button goes; what it did is said in its place.
  count.focus();
});
