/**
 * `npm run new:figure -- <name> [--chapter content/lessons/…/….mdx]`: writes a figure that works,
 * to be changed into another, and shows it at the end of a chapter.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseMdx } from '../markdown/mdx.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { chapter: { type: 'string' } } });
const [name] = positionals;

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

if (!name || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
  refuse(
    `“${name ?? ''}” is no name for a figure: give lower-case words joined by hyphens, as in npm run new:figure -- colder-and-hotter`,
  );
const folder = `components/figures/${name}`;
if (existsSync(folder)) refuse(`${folder} is there already: give another name.`);
const { chapter } = values;
if (chapter && !(chapter.endsWith('.mdx') && existsSync(chapter)))
  refuse(`${chapter} is no chapter: give the path of an .mdx file in content/lessons/.`);

const words = name.replaceAll('-', ' ');
const title = words[0]!.toUpperCase() + words.slice(1);
const component = name.replaceAll(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
const template = join(import.meta.dirname, 'new-figure');
const filled = (file: string): string =>
  readFileSync(join(template, file), 'utf8')
    .replaceAll('figure-name', name)
    .replaceAll('FigureName', component)
    .replaceAll('Figure title', title);

const files = {
  [`${folder}/figure.ts`]: filled('figure.ts.txt'),
  [`${folder}/${component}.astro`]: filled('FigureName.astro.txt'),
  [`${folder}/${name}.css`]: filled('figure-name.css.txt'),
  [`content/figures/${name}.mdx`]: filled('figure-name.mdx.txt'),
};
for (const [path, content] of Object.entries(files)) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  console.log(`wrote ${path}`);
}

if (chapter) {
  const text = readFileSync(chapter, 'utf8');
  // Imports stand together below the head of the file.
  const head = parseMdx(text).children[0];
  const end = head?.type === 'yaml' ? head.position!.end.offset! + 1 : 0;
  const shown = `${text.slice(0, end)}\nimport ${component} from '#content/figures/${name}.mdx';\n${text.slice(end).replace(/^\n(?=import )/, '')}`;
  writeFileSync(chapter, `${shown.trimEnd()}\n\n<${component} />\n`);
  console.log(`shows it at the end of ${chapter}`);
} else {
  console.log(
    `Show it in a chapter, or the build refuses it:\n\n  import ${component} from '#content/figures/${name}.mdx';\n\n  <${component} />`,
  );
}
