import { LateCode } from '../../figure/late-code.ts';
import { say as inWords } from '../../say.ts';
import { keep } from '../../prose/kept.ts';
import type { Editor } from '../editor/editor.ts';
import type { ExerciseElement } from './element.ts';

const editing = new LateCode('editor', () => import('../editor/editor.ts'));
const checker = new LateCode('checker', () => import('./check-in-page.ts'));

const editors = new WeakMap<ExerciseElement, Promise<Editor>>();
/** Those whose answer is awaited. */
const asked = new WeakSet<ExerciseElement>();

/** Puts an editor in the place of the listing, where the reader has pressed. */
export async function edit(exercise: ExerciseElement, at?: MouseEvent): Promise<void> {
  const made = editors.get(exercise) ?? make(exercise);
  editors.set(exercise, made);
  try {
    (await made).focus(at);
  } catch (error) {
    // The next press asks for it again.
    editors.delete(exercise);
    throw error;
  }
}

async function make(exercise: ExerciseElement): Promise<Editor> {
  const { makeEditor } = await editing.fetch();
  const named = document.querySelectorAll('.astro-code [data-concept]');
  const editor = makeEditor({
    code: exercise.code,
    label: inWords('yourCode'),
    codeBefore: () => '',
    concepts: new Map(Array.from(named, (each) => [each.textContent, each.getAttribute('data-concept')!])),
    onChange: (code) => take(exercise, code),
    onRun: () => void check(exercise),
  });
  const listing = exercise.find('.starter pre');
  listing.hidden = true;
  listing.after(editor.element);
  return editor;
}

function take(exercise: ExerciseElement, code: string): void {
  exercise.code = code;
  const isOwn = code === exercise.starter;
  keep(exercise.name, isOwn ? undefined : code);
  exercise.find('.restore').hidden = isOwn;
}

/** Puts other code in, which an editor can undo. */
export async function set(exercise: ExerciseElement, code: string): Promise<void> {
  say(exercise);
  take(exercise, code);
  const editor = await editors.get(exercise);
  if (editor) editor.replace(code);
  else exercise.find('.starter pre').textContent = code;
}

export async function restore(exercise: ExerciseElement): Promise<void> {
  await set(exercise, exercise.starter);
  // The button goes; the code that it brought back is next.
  await edit(exercise);
}

export function hint(exercise: ExerciseElement): void {
  exercise.find('.hint-text').hidden = false;
  exercise.find('.hint').hidden = true;
  exercise.find('.check').focus();
}

function say(exercise: ExerciseElement, ...parts: (Node | string)[]): void {
  exercise.find('.answer').replaceChildren(...parts);
  exercise.find('.hint').hidden = true;
}

/** Checks the code as it is now; who presses again meanwhile waits for the same answer. */
export async function check(exercise: ExerciseElement): Promise<void> {
  if (asked.has(exercise)) return;
  asked.add(exercise);
  say(exercise, inWords('checking'));
  try {
    const { check, showAnswer } = await checker.fetch();
    const answer = await check(exercise.dataset['exercise']!, exercise.code);
    say(exercise, ...showAnswer(answer, document));
    if (!answer.runs) return;
    exercise.find('.hint').hidden = answer.passed;
    if (!answer.passed) return;
    keep(`${exercise.name}-passed`, 'yes');
    exercise.pass(true);
  } catch (error) {
    say(exercise, (error as Error).message);
  } finally {
    asked.delete(exercise);
  }
}
