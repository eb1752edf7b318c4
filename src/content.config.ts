import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** What a page says of itself at its head. Unknown fields are refused, so a misspelt one is found. */
const page = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(40).max(200),
});

const home = defineCollection({
  loader: glob({ base: './content', pattern: 'home.mdx' }),
  schema: page,
});

const lessons = defineCollection({
  loader: glob({ base: './content/lessons', pattern: '**/*.mdx' }),
  schema: page.extend({
    /** The chapter's name in the register switch, for instance "Plain English". */
    label: z.string().min(1),
    /** Where it stands within its lesson: 0 is the overview. */
    order: z.number().int().min(0),
  }),
});

export const collections = { home, lessons };
