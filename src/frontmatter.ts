import { z } from 'astro/zod';

/** What every page says of itself at its head. An unknown field is refused, so that a misspelt one is found. */
export const pageFrontmatter = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(40).max(200),
});

/** What a chapter of a lesson says besides. */
export const chapterFrontmatter = pageFrontmatter.extend({
  /** Its name in the register switch, for instance "Plain English". */
  label: z.string().min(1),
  /** Where it stands within its lesson: 0 is the overview. */
  order: z.number().int().min(0),
  /** Whether it is shown in dev alone; at the head of an overview, whether all of its lesson is. */
  draft: z.boolean().optional(),
  /** What its overview says of the lesson itself; no other chapter does. */
  lesson: z
    .strictObject({
      /** Its name wherever lessons are listed, for instance "Attention". */
      name: z.string().min(1),
      /** Where it stands among the lessons. */
      order: z.number().int().min(1),
    })
    .optional(),
});

/** A lesson of one page has no switch to be named in. */
export const loneFrontmatter = chapterFrontmatter.partial({ label: true });
