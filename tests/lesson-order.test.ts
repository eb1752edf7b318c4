import { expect, test } from 'vitest';
import { inOrder, registerOf, type Told } from '../src/lesson-order.ts';

const chapter = (id: string, order: number, lesson?: Told['data']['lesson']): Told => ({
  filePath: `content/lessons/${id}.mdx`,
  data: { order, lesson },
});
const bread = [
  chapter('bread/code', 2),
  chapter('bread/index', 0, { name: 'Bread', order: 2 }),
  chapter('bread/plain', 1),
];
const tea = [chapter('tea/index', 0, { name: 'Tea', order: 1 })];

test('lessons and their chapters stand in the order that they say, whatever their files are called', () => {
  const told = inOrder([...bread, ...tea]).map(({ folder, name, told }) => [folder, name, ...told.map(registerOf)]);
  expect(told).toEqual([
    ['content/lessons/tea', 'Tea', 'index'],
    ['content/lessons/bread', 'Bread', 'index', 'plain', 'code'],
  ]);
});

test('a lesson in another language has a place of its own among those of its language, behind the site’s', () => {
  const arabic = [chapter('bread.ar/index', 0, { name: 'خبز', order: 1 })];
  expect(inOrder([...arabic, ...bread, ...tea]).map(({ lesson, language }) => [lesson, language])).toEqual([
    ['tea', 'en'],
    ['bread', 'en'],
    ['bread', 'ar'],
  ]);
});

test.each([
  ['no overview', [chapter('bread/code', 0)], 'bread has no overview: write index.mdx, with order: 0 at its head.'],
  ['two chapters in one place', [...bread, chapter('bread/academic', 2)], 'bread has two chapters of one order'],
  ['no name', [chapter('bread/index', 0)], 'bread/index.mdx does not say which lesson it is the overview of'],
  [
    'a second name',
    [...bread, chapter('bread/crust', 3, { name: 'Crust', order: 3 })],
    'bread/crust.mdx has the field lesson, which only index.mdx may have: remove it.',
  ],
  [
    'the place of another',
    [...tea, chapter('bread/index', 0, { name: 'Bread', order: 1 })],
    'tea and content/lessons/bread are both lesson 1',
  ],
])('a lesson with %s is refused with a sentence', (_, entries, sentence) => {
  expect(() => inOrder(entries)).toThrow(`content/lessons/${sentence}`);
});
