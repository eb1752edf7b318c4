/**
 * `npm run new:lesson -- <name> [--registers plain-english,code,academic]`: writes a lesson that works,
 * told in one register, as one page, or in several, to be changed into another.
 */
import { parseFrontmatter } from '@astrojs/markdown-remark';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { headingsIn, parseMdx } from '../markdown/mdx.ts';
import { checkName, fill, given, refuse, titleOf, write } from './from-template.ts';

/** In the order in which they are read. */
const known = ['plain-english', 'code', 'academic'];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { registers: { type: 'string' } } });

const name = await given(positionals[0], 'The lesson’s name, in lower-case words joined by hyphens:');
checkName(name, 'lesson', 'what-a-head-does');
const folder = `content/lessons/${name}`;
if (existsSync(folder)) refuse(`${folder} is there already: give another name.`);
if (existsSync(`content/${name}.mdx`) || globSync(`src/pages/${name}{.astro,}`).length > 0)
  refuse(`/${name}/ is the address of another page: give another name.`);
const asked = (await given(values.registers, 'Its registers, with commas between them:', known.join(','))).split(
  /[, ]+/,
);
const strange = asked.find((register) => !known.includes(register));
if (strange !== undefined)
  refuse(
    `“${strange}” is no register that there is a beginning for: --registers takes ${known.join(', ')}, with commas between them.`,
  );
const registers = known.filter((register) => asked.includes(register));

const taken = globSync('content/lessons/*/index.mdx').map((overview) => {
  const { lesson } = parseFrontmatter(readFileSync(overview, 'utf8')).frontmatter as { lesson?: { order?: number } };
  return lesson?.order;
});
let order = 1;
while (taken.includes(order)) order += 1;

const names = { 'Lesson title': titleOf(name), 'order: 99': `order: ${order}` };
const filled = (register: string): string =>
  fill(join(import.meta.dirname, 'new-lesson', `${register}.mdx.txt`), names);
const chapters = registers.map((register) => ({ register, text: filled(register) }));
const leftOut = known.filter((register) => !registers.includes(register));
/** The overview leads to what there is. */
const overview = filled('index')
  .split('\n')
  .filter((line) => !leftOut.some((register) => line.includes(`./${register}.mdx`)))
  .join('\n');

/** The templates tell the same ideas in the same order. */
function places(): string {
  const sections = chapters.map(({ text }) => headingsIn(parseMdx(text)).map(({ id }) => id));
  const told = sections[0]!.map((_, idea) => {
    const anchors = registers.map((register, at) => {
      const key = register.includes('-') ? `'${register}'` : register;
      return `    ${key}: '${sections[at]![idea]}',\n`;
    });
    return `  {\n${anchors.join('')}  },\n`;
  });
  return [
    '/** Where each idea of the lesson is told in each register: the heading’s anchor. The switch between registers follows it. */\n',
    `export const places = [\n${told.join('')}] as const;\n`,
  ].join('');
}

/** A lesson of one page: its only chapter, with the head of an overview. */
const alone = (text: string): string =>
  text.replace(
    /^title: .*\nlabel: .*\norder: .*$/m,
    `title: ${titleOf(name)}\norder: 0\nlesson:\n  name: ${titleOf(name)}\n  order: ${order}`,
  );

const [first, ...others] = chapters;
write(
  others.length === 0
    ? { [`${folder}/index.mdx`]: alone(first!.text) }
    : {
        [`${folder}/index.mdx`]: overview,
        ...Object.fromEntries(chapters.map(({ register, text }) => [`${folder}/${register}.mdx`, text])),
        [`${folder}/places.ts`]: places(),
      },
);
const pages = ['', ...(others.length === 0 ? [] : registers.map((register) => `${register}/`))];
console.log(`With npm run dev: ${pages.map((page) => `/${name}/${page}`).join(', ')}`);
