/** Says of a lesson where its reader was last, who may have that forgotten. */
import { say } from '#components/say.ts';
import style from './go-on.css?inline';
import { forgetPlace, placeIn } from './place.ts';

/** Brought along by the script: the chapters, which have no such line, load no style for it. */
const sheet = document.createElement('style');
sheet.textContent = style;
document.head.append(sheet);

for (const line of document.querySelectorAll<HTMLElement>('.go-on')) {
  const lesson = line.dataset['lesson']!;
  const place = placeIn(lesson);
  if (!place) continue;
  const link = document.createElement('a');
  link.href = place.href;
  link.textContent = say('goOn', { section: place.section, chapter: place.chapter });
  const forget = document.createElement('button');
  forget.type = 'button';
  forget.textContent = say('forget');
  forget.addEventListener('click', () => {
    forgetPlace(lesson);
    line.textContent = say('forgotten');
    // The button is gone; what it did is said in its place.
    line.focus();
  });
  line.append(link, ' ', forget);
  line.hidden = false;
}
