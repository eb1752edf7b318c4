import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lengthOf, pace } from '../src/length.ts';

const words = (count: number): string => Array(count).fill('word').join(' ');
const figure = `import Masks from '#content/figures/masks.mdx';\n\n`;

describe('lengthOf(source)', () => {
  it.each([
    ['prose', words(10 * pace.wordsPerMinute), 10],
    [
      'prose in a list, a table and a term',
      `- <Term id="key">${words(400)}</Term>\n\n| a |\n|---|\n| ${words(398)} |`,
      4,
    ],
    ['figures', `${figure}${'<Masks />\n\n'.repeat(8)}`, (8 * pace.figure) / 60],
    [
      'listings in either form',
      '<Listing file="a" />\n\n<CodeTabs program="b" />\n\n'.repeat(4),
      (8 * pace.listing) / 60,
    ],
    ['formulas set apart', '$$\na\n$$\n\n'.repeat(8), (8 * pace.formula) / 60],
    [
      'what a question says, and not what it tells those who choose wrong',
      `<Predict ask="${words(200)}" options={['${words(100)}', { say: '${words(100)}', because: '${words(900)}' }]} />`,
      2,
    ],
    ['no answer that is folded', `<Question ask="${words(200)}">\n\n${words(900)}\n\n</Question>`, 1],
    ['no head and no comment', `---\ntitle: ${words(900)}\n---\n\n{/* ${words(900)} */}\n\n${words(200)}`, 1],
  ])('counts %s', (_what, source, minutes) => {
    expect(lengthOf(source).minutes).toBe(minutes);
  });

  it('counts the questions to answer, not those to think about', () => {
    expect(lengthOf('<Predict ask="a">b</Predict>\n\n<Question ask="a">b</Question>').questions).toBe(1);
  });

  it('counts exercises apart, and the time to write them', () => {
    const { minutes, questions, exercises } = lengthOf(`<Exercise id="a" ask="${words(200)}" />`);
    expect([minutes, questions, exercises]).toEqual([1 + pace.exercise / 60, 0, 1]);
  });

  it('says the same of a chapter each time', () => {
    const chapter = readFileSync('content/lessons/attention/plain-english.mdx', 'utf8');
    expect(lengthOf(chapter)).toEqual(lengthOf(chapter));
    expect(lengthOf(chapter).minutes).toBeGreaterThan(5);
  });

  it('says of plain English that it takes a quarter of an hour at most', () => {
    const chapter = readFileSync('content/lessons/attention/plain-english.mdx', 'utf8');
    expect(lengthOf(chapter).minutes).toBeLessThanOrEqual(15);
  });
});
