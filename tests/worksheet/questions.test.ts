import { expect, it } from 'vitest';
import { parseMdx } from '../../src/markdown/mdx.ts';
import { inHtml } from '../../src/worksheet/in-html.ts';
import { questionsOf } from '../../src/worksheet/questions.ts';

const source = `
Before any heading.

<Question ask="Why $\\\\Q$, and not \`K\`?">

Because of *this*: $\\Q\\K^\\top$ and [the code](./code.mdx), measured as <Claim id="x" /> [@vaswani2017].

</Question>

## Nothing asked

Text.

## A section

<Predict id="a" ask="Which?" options={['One', { say: 'Two < three', because: 'No.' }]} answer={1}>

So it is.

</Predict>

<Predict id="b" ask="How many?" claim="y" from={0} to={2} step={1}>

Counted.

</Predict>

<Predict id="c" ask="Which word?" sentence="I went home" word="I" layer={1} head={1}>

Trained.

</Predict>

<Exercise id="softmax" ask="Write \`softmax\`." />
`;

const asked = questionsOf({
  source,
  tree: parseMdx(source),
  place: () => 'code.mdx:1:1',
  claim: (id) => `the value of ${id}`,
  row: () => ({ options: [{ say: 'went' }, { say: 'home' }], answer: 1 }),
});

it('tells what each section of a chapter asks, in its order, and leaves out those that ask nothing', () => {
  expect(asked.map(({ section, questions }) => [section, questions.map(({ kind }) => kind)])).toEqual([
    [undefined, ['Question']],
    ['A section', ['Predict', 'Predict', 'Predict', 'Exercise']],
  ]);
});

it('has the options and the answer of each, whichever way it is asked', () => {
  const [choice, number, word, exercise] = asked[1]!.questions;
  expect(choice).toMatchObject({ options: ['One', 'Two &lt; three'], answer: 'Two &lt; three', why: 'So it is.' });
  expect(number).toMatchObject({ options: [], answer: 'the value of y' });
  expect(word).toMatchObject({
    ask: 'Which word?',
    sentence: 'I went home',
    options: ['went', 'home'],
    answer: 'home',
  });
  expect(exercise!.code).toContain('function softmax');
  expect(exercise!.solution).toContain('Math.max');
});

it('sets formulas, numbers and sources of an answer as the page does, and no link', async () => {
  const [{ ask, why }] = asked[0]!.questions as [(typeof asked)[0]['questions'][0]];
  expect(ask).toMatch(/class="katex".*<code translate="no">K<\/code>/s);
  const html = await inHtml(why);
  expect(html).toMatch(/<em>this<\/em>.*class="katex"/s);
  expect(html).toContain('the code, measured as the value of x (Vaswani et al. 2017)');
  expect(html).not.toContain('<a ');
});
