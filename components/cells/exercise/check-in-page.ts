import { exercises } from '#lib/exercises/index.ts';
import { say } from '../../say.ts';
import { runInPage } from '../run/run-in-page.ts';
import { answerOf, cellsOf, type Answer } from './check.ts';

export { showAnswer } from './show-answer.ts';

/** Runs the reader's code on the cases of an exercise, away from the page, and compares here what came out. */
export async function check(name: string, source: string): Promise<Answer> {
  const exercise = exercises[name]!;
  const givens = exercise.cases.map(({ given }) => given);
  return answerOf(exercise, await runInPage(cellsOf(exercise, source, givens, say), {}), say);
}
