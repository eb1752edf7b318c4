import { withBase } from '#components/base.ts';
import type { Lesson } from '../chapters.ts';

/** Whether a lesson asks anything. */
export const hasWorksheet = ({ chapters }: Lesson): boolean =>
  chapters.some(({ entry }) => /<(Predict|Question|Exercise)\b/.test(entry.body ?? ''));

/** Where its questions stand to be printed. */
export const worksheetOf = ({ overview }: Lesson): string => withBase(`/${overview.entry.id}/worksheet/`);
