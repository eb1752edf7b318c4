import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { sectionsOf } from '../search/sections.ts';

/** What stands in a section and is not read: drawings and what works them, numbers, what leads elsewhere, and answers, which are the reader's to find. */
const unread = [
  ...['svg', 'button', 'template', '.number', 'h1 small', '.katex-html', 'semantics > mrow', 'semantics > mtable'],
  ...['.figure > :not(header):not(figcaption)', '.badge', '.numbers', '.source', '.output'],
  ...['.predict details', '.exercise details', '.think > div', '.predict .label', '.exercise .label', '.think .label'],
  ...['.contents', '.registers', '.length', '.tally', '.cite', '.edit', '.onward', '.taken', '.mentions'],
];

/** What a reader's browser asks for; the rest is for other ways to show results. */
const asked = /^(?:pagefind\.js|pagefind-entry\.json|.+\.pf_meta|wasm\..+|index\/.+|fragment\/.+)$/;

async function indexOf(folder: string): Promise<{ sections: number; files: { path: string; content: Uint8Array }[] }> {
  const { index, errors } = await createIndex({ rootSelector: 'body', excludeSelectors: unread, maxFragments: 128 });
  if (!index) throw new Error(errors.join('\n'));
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  let sections = 0;
  for (const file of pages.toSorted()) {
    const path = `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`;
    for (const { url, html } of sectionsOf(path, readFileSync(join(folder, file), 'utf8'))) {
      const added = await index.addHTMLFile({ url, content: html });
      if (added.errors.length > 0) throw new Error(`${url} could not be indexed. ${added.errors.join('\n')}`);
      sections++;
    }
  }
  const { files } = await index.getFiles();
  await close();
  // Words of a language that is not known are compared as they stand, by a program of its own.
  const isEachKnown = !files.some(({ path, content }) => /entry/.test(path) && /"wasm":null/.test(String(content)));
  return {
    sections,
    files: files.filter(({ path }) => asked.test(path) && !(isEachKnown && path.startsWith('wasm.unknown'))),
  };
}

/** Puts the index that the search dialog reads into the built site: `pagefind/`. */
export function search(): AstroIntegration {
  return {
    name: 'attention-notebook:search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { sections, files } = await indexOf(fileURLToPath(dir));
        for (const { path, content } of files) {
          const file = fileURLToPath(new URL(`pagefind/${path}`, dir));
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
        logger.info(`${sections} sections can be found.`);
      },
    },
  };
}
