import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { lessonText } from './lesson.ts';

/** A site to be built: where it stands, what it is built with. */
export interface MadeSite {
  readonly root: string;
  /** The command line of the builder, without the program. */
  readonly command: readonly string[];
}

const figures = ['shuffle', 'masks', 'temperature', 'scaling-lab', 'complexity-charts', 'distance'];
const nameOf = (lesson: number): string => `lesson-${String(lesson + 1).padStart(3, '0')}`;

function fresh(folder: string): string {
  const root = resolve(folder);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  return root;
}

/** Lessons of this notebook: the text and one figure each, the search index and the pictures of cards left out. */
export function ourSite(lessons: number): MadeSite {
  const root = fresh('.cache/many-lessons');
  const kept = [
    'src',
    'components',
    'lib',
    'content',
    '.cache/encoder',
    'astro.config.mjs',
    'package.json',
    'tsconfig.json',
    'LICENSE',
    'NOTICE',
  ];
  for (const path of kept) cpSync(path, join(root, path), { recursive: true });
  rmSync(join(root, 'content/lessons'), { recursive: true });
  // It leads to lessons that are not here.
  const gallery = join(root, 'content/gallery.mdx');
  writeFileSync(gallery, /^---.*?^---\n/ms.exec(readFileSync(gallery, 'utf8'))![0]);
  // One that no page shows stops the build.
  for (const file of globSync('content/figures/*.mdx', { cwd: root }))
    if (!figures.includes(basename(file, '.mdx'))) rmSync(join(root, file));
  writeFileSync(
    join(root, 'content/home.mdx'),
    '---\ntitle: Many lessons\ndescription: A site of many lessons that a bench has written, to be built.\n---\n\nMany lessons.\n',
  );
  for (let lesson = 0; lesson < lessons; lesson++) {
    const folder = join(root, 'content/lessons', nameOf(lesson));
    mkdirSync(folder, { recursive: true });
    const figure = figures[lesson % figures.length]!;
    writeFileSync(
      join(folder, 'index.mdx'),
      `---
title: Lesson ${lesson + 1}
label: Overview
order: 0
lesson:
  name: Lesson ${lesson + 1}
  order: ${lesson + 1}
description: One of many lessons that a bench has written, to be built.
---

import Drawn from '#content/figures/${figure}.mdx';

<Drawn />

${lessonText(lesson)}
`,
    );
  }
  writeFileSync(
    join(root, 'bench.config.mjs'),
    `import config from './astro.config.mjs';

const isLeftOut = ({ name }) => /search|offline/.test(name);
export default { ...config, integrations: config.integrations.flat().filter((each) => !isLeftOut(each)) };
`,
  );
  return { root, command: [resolve('node_modules/astro/bin/astro.mjs'), 'build', '--config', 'bench.config.mjs'] };
}

/** The same text under Starlight, with its formulas set by KaTeX; no figure, no search index. */
export function starlightSite(lessons: number): MadeSite {
  const root = fresh('tests/bench/many-lessons');
  const docs = join(root, 'src/content/docs');
  mkdirSync(docs, { recursive: true });
  writeFileSync(
    join(root, 'astro.config.mjs'),
    `import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';

export default defineConfig({
  cacheDir: './.cache',
  integrations: [starlight({ title: 'Many lessons', pagefind: false, customCss: ['katex/dist/katex.min.css'] })],
  markdown: { processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] }) },
});
`,
  );
  writeFileSync(
    join(root, 'src/content.config.ts'),
    `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
  );
  for (let lesson = 0; lesson < lessons; lesson++)
    writeFileSync(
      join(docs, `${nameOf(lesson)}.mdx`),
      `---\ntitle: Lesson ${lesson + 1}\ndescription: One of many lessons that a bench has written, to be built.\n---\n\n${lessonText(lesson)}\n`,
    );
  return { root, command: [resolve('tests/bench/node_modules/astro/bin/astro.mjs'), 'build'] };
}
