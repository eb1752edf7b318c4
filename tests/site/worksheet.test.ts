import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { expect, inject, it } from 'vitest';

const read = (path: string): Document =>
  parseHTML(readFileSync(join(inject('folder'), path, 'index.html'), 'utf8')).document;

it('asks on paper what the chapters ask, question by question, and answers each apart', () => {
  const sheet = read('attention/worksheet');
  const text = (element: Element): string => element.textContent!.replace(/\s+/g, ' ').trim();
  const asked = [...read('attention').querySelectorAll('nav.registers a')].flatMap((link) =>
    [
      ...read(link.getAttribute('href')!.slice(new URL(inject('site')).pathname.length)).querySelectorAll(
        '.ask[id], .think summary',
      ),
    ].map((question) => text(question).replace(/^(Predict|Think|Exercise)\s*/, '')),
  );
  const onPaper = [...sheet.querySelectorAll('section:not(.answers) > ol > li')];
  expect(onPaper.map((question) => text(question.querySelector('p')!).replace(/“|”/g, ''))).toEqual(
    asked.map((question) => question.replace(/“|”/g, '')),
  );
  const answers = [...sheet.querySelectorAll('.answers > ol > li')];
  expect(answers.map((answer) => answer.getAttribute('value'))).toEqual(asked.map((_, index) => String(index + 1)));
  expect(answers.filter((answer) => text(answer) === '')).toEqual([]);
  expect(sheet.querySelectorAll('.answers [class*=room]').length).toBe(0);
});
