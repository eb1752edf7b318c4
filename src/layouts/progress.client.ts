/** How far the reader is: the questions answered, in the line under the title, and a tick for each section without an open one. */
import { answers, onAnswer } from '#components/prose/predict/answers.ts';
import { say } from '#components/say.ts';

const line = document.querySelector<HTMLElement>('.length [data-questions]');
const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];

onAnswer(() => {
  const all = answers();
  const answered = all.filter(({ isAnswered }) => isAnswered).length;
  if (line) {
    const asked = line.dataset['questions']!;
    line.textContent = answered > 0 ? say('answered', { asked, count: answered }) : asked;
  }
  for (const link of links) {
    const here = all.filter(({ section }) => section.id === decodeURIComponent(link.hash.slice(1)));
    link.toggleAttribute('data-answered', here.length > 0 && here.every(({ isAnswered }) => isAnswered));
  }
});
