import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { chapterFrontmatter, pageFrontmatter } from './frontmatter.ts';

export const collections = {
  pages: defineCollection({ loader: glob({ base: './content', pattern: '*.mdx' }), schema: pageFrontmatter }),
  figures: defineCollection({ loader: glob({ base: './content/figures', pattern: '*.mdx' }) }),
  lessons: defineCollection({
    loader: glob({ base: './content/lessons', pattern: '**/*.mdx' }),
    schema: chapterFrontmatter,
  }),
};
