import {
  insertCompletionText,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { EditorView } from '@codemirror/view';
import { say } from '../../say.ts';
import { libraryNames, type LibraryName } from './library.ts';

const packageName = 'attention-notebook';
/** Names that a cell has without asking. */
const atHand = [
  ['sentence', 'string[]', 'sentenceAtHand'],
  ['Q', 'Tensor', 'queriesAtHand'],
  ['K', 'Tensor', 'keysAtHand'],
  ['V', 'Tensor', 'valuesAtHand'],
] as const;

function info(signature: string, about: string): () => Node {
  return () => {
    const whole = document.createElement('div');
    const code = document.createElement('code');
    code.textContent = signature;
    whole.append(code, about);
    return whole;
  };
}

const importOf = new RegExp(`import\\s*\\{([^}]*)\\}\\s*from\\s*['"]${packageName}['"]`);
const isImported = (code: string, name: string): boolean =>
  importOf
    .exec(code)?.[1]
    ?.split(',')
    .some((part) => part.replace(/^\s*type\s/, '').trim() === name) ?? false;

/** Puts a name of the library in, and its import at the head of the cell where it is missing. */
function take({ name, kind }: LibraryName, codeBefore: () => string) {
  return (view: EditorView, _: Completion, from: number, to: number): void => {
    view.dispatch(insertCompletionText(view.state, name, from, to));
    const code = view.state.doc.toString();
    const inImport = syntaxTree(view.state).resolveInner(from, -1).matchContext(['ImportDeclaration', 'ImportGroup']);
    if (inImport || isImported(code, name) || isImported(codeBefore(), name)) return;
    const asked = kind === 'type' ? `type ${name}` : name;
    const found = importOf.exec(code);
    const [at, insert] = found
      ? [found.index + found[0].lastIndexOf('}'), found[1]!.trimEnd().endsWith(',') ? ` ${asked} ` : `, ${asked} `]
      : [0, `import { ${asked} } from '${packageName}';\n`];
    const start = found ? found.index + found[0].slice(0, found[0].lastIndexOf('}')).trimEnd().length : at;
    view.dispatch({ changes: { from: start, to: at, insert } });
  };
}

/** Names declared in the cells before this one, with their line. */
function declaredIn(code: string): Completion[] {
  const found = code.matchAll(/^(?:export )?(?:async )?(function|const|let|class)\s+([A-Za-z_]\w*)(.*)$/gm);
  return Array.from(found, ([line, word, name]) => ({
    label: name!,
    type: word === 'function' ? 'function' : 'variable',
    info: info(line.replace(/\s*\{?$/, ''), say('fromAbove')),
  }));
}

/** Completes names: of cells above, at hand, and of the library. @param codeBefore The cells above. */
export function completions(codeBefore: () => string) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const word = context.matchBefore(/[A-Za-z_]\w*/);
    if (!word && !context.explicit) return null;
    if (word && word.to - word.from < 2 && !context.explicit) return null;
    const node = syntaxTree(context.state).resolveInner(context.pos, -1).name;
    if (/String|Comment|PropertyName|Template|Definition/.test(node)) return null;
    const library = await libraryNames();
    return {
      from: word?.from ?? context.pos,
      validFor: /^\w*$/,
      options: [
        ...atHand.map(([label, type, about]) => ({
          label,
          type: 'variable',
          info: info(`${label}: ${type}`, say(about)),
          boost: 1,
        })),
        ...declaredIn(codeBefore()),
        ...library.map((each) => ({
          label: each.name,
          type: each.kind,
          detail: say('fromLibrary'),
          info: info(each.signature, each.about),
          apply: take(each, codeBefore),
        })),
      ],
    };
  };
}
