import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { join } from 'node:path';
import { loneFrontmatter, pageFrontmatter } from './frontmatter.ts';
import { pageOf } from './markdown/links.ts';

export const collections = {
  pages: defineCollection({
    loader: glob({ base: './content', pattern: '*.mdx', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
    schema: pageFrontmatter,
  }),
  // A caption in another language, `masks.ar.mdx`, is of the same figure.
  figures: defineCollection({ loader: glob({ base: './content/figures', pattern: ['*.mdx', '!*.*.mdx'] }) }),
  lessons: defineCollection({
    loader: glob({
      base: './content/lessons',
      pattern: '**/*.mdx',
      // Links to it are written by the same rule.
      generateId: ({ entry }) => pageOf(join('content/lessons', entry), 'content').slice(1, -1),
    }),
    schema: loneFrontmatter,
  }),
};
