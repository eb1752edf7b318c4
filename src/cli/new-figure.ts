/**
 * `npm run new:figure -- <name> [--chapter content/lessons/…/….mdx]`: writes a figure that works,
 * to be changed into another, and shows it at the end of a chapter.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseMdx } from '../markdown/mdx.ts';
import { checkName, fill, given, refuse, titleOf, write } from './from-template.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { chapter: { type: 'string' } } });
const { chapter } = values;

const name = await given(positionals[0], 'The figure’s name, in lower-case words joined by hyphens:');
checkName(name, 'figure', 'colder-and-hotter');
const folder = `components/figures/${name}`;
if (existsSync(folder)) refuse(`${folder} is there already: give another name.`);
if (chapter && !(chapter.endsWith('.mdx') && existsSync(chapter)))
  refuse(`${chapter} is no chapter: give the path of an .mdx file in content/lessons/.`);

const component = name.replaceAll(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
const template = join(import.meta.dirname, 'new-figure');
const filled = (file: string): string =>
  fill(join(template, file), { 'figure-name': name, FigureName: component, 'Figure title': titleOf(name) });

write({
  [`${folder}/figure.ts`]: filled('figure.ts.txt'),
  [`${folder}/${component}.astro`]: filled('FigureName.astro.txt'),
  [`${folder}/${name}.css`]: filled('figure-name.css.txt'),
  [`content/figures/${name}.mdx`]: filled('figure-name.mdx.txt'),
});

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
