import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { completions } from './complete.ts';
import { colours, frame, language, namesOfConcepts } from './look.ts';

export interface Editing {
  readonly code: string;
  /** What it is called, by those who do not see it. */
  readonly label: string;
  /** The code of the cells above. */
  readonly codeBefore: () => string;
  readonly concepts: ReadonlyMap<string, string>;
  readonly onChange: (code: string) => void;
  readonly onRun: () => void;
}

/** An editor in the place of a listing. */
export interface Editor {
  readonly element: HTMLElement;
  /** Puts the caret where a point of the page is, or a part of the code in its hand. */
  focus(at?: { readonly x: number; readonly y: number } | readonly [from: number, to: number]): void;
  /** Puts other code in, which can be undone. */
  replace(code: string): void;
}

export function makeEditor({ code, label, codeBefore, concepts, onChange, onRun }: Editing): Editor {
  const element = document.createElement('div');
  element.className = 'astro-code scroll editor';
  const run = (): boolean => {
    onRun();
    return true;
  };
  const view = new EditorView({
    parent: element,
    doc: code,
    extensions: [
      // A list that stands open or is on its way takes no key from whoever leaves.
      Prec.highest(keymap.of([{ key: 'Escape', run: (target) => closeCompletion(target) && false }])),
      // Before the keys of the editor itself, in which the same ones open a line.
      keymap.of([
        { key: 'Mod-Enter', run },
        { key: 'Ctrl-Enter', run },
      ]),
      history(),
      language,
      indentUnit.of('  '),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      autocompletion({ override: [completions(codeBefore)], icons: false }),
      syntaxHighlighting(colours),
      namesOfConcepts(concepts),
      frame,
      EditorState.tabSize.of(2),
      EditorView.scrollMargins.of(() => ({ left: 20, right: 20 })),
      keymap.of([
        { key: 'Tab', run: (target) => acceptCompletion(target) || indentMore(target), shift: indentLess },
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...historyKeymap,
        ...defaultKeymap,
      ]),
      EditorView.contentAttributes.of({ 'aria-label': label, translate: 'no' }),
      EditorView.domEventHandlers({
        // Who only comes by with the tab key goes on with it; once something is typed, it indents.
        focus: (_, target) => target.setTabFocusMode(true),
      }),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        update.view.setTabFocusMode(false);
        onChange(update.state.doc.toString());
      }),
    ],
  });
  return {
    element,
    focus(at) {
      view.focus();
      if (!at) return;
      const [anchor, head] = 'x' in at ? [view.posAtCoords(at, false)] : at;
      view.dispatch({ selection: { anchor: anchor!, head: head ?? anchor! } });
    },
    replace(next) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
  };
}
