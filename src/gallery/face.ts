import { posix } from 'node:path';
import ts from 'typescript';
import { readDocstring } from '../api/docstring.ts';
import { commentBefore } from '../api/read.ts';

/** What a component takes, read from its own source. */
export interface Face {
  /** What its docstring says. */
  readonly text: string;
  readonly props: readonly Prop[];
  /** The names of its slots, where they are written out; the one for what stands inside its tag is ''. */
  readonly slots: readonly string[] | undefined;
}

export interface Prop {
  readonly name: string;
  /** As it is written. */
  readonly type: string;
  readonly isOptional: boolean;
  /** What it is where nobody gives it, as it is written. */
  readonly fallback: string | undefined;
  /** Whether a Markdown step gives it, and no author does: its docstring says `@internal`. */
  readonly isInternal: boolean;
  readonly text: string;
}

/** Gives the source of a file by its path from the root of the repository. */
type Read = (path: string) => string;

/** `Astro.props` handed on whole, and to what. */
const handedOn = /<(\w+)((?:\s+\w+=(?:"[^"]*"|\{[^}]*\}))*)\s+\{\.\.\.Astro\.props\}/;

/** Where a component hands its props on to another, it takes what that other does, without what it gives itself. */
export function faceOf(path: string, read: Read): Face {
  const source = read(path);
  const [, script = '', markup = source] = /^---\n(.*?)\n---\n?(.*)$/s.exec(source) ?? [];
  const file = ts.createSourceFile(path, script, ts.ScriptTarget.Latest, true);
  const own = file.statements.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === 'Props');
  const docstring = own ? commentBefore(file, own.getFullStart()) : (/\/\*\*.*?\*\//s.exec(script)?.[0] ?? '');
  return {
    text: readDocstring(docstring).text,
    props: own ? propsOf(own, fallbacksIn(file)) : propsHandedOn(path, file, markup, read),
    slots: /<slot name=\{|Astro\.slots\.render\(/.test(markup)
      ? undefined
      : [...markup.matchAll(/<slot\b(?: name="([\w-]+)")?/g)].map(([, name = '']) => name),
  };
}

function propsOf(props: ts.InterfaceDeclaration, fallbacks: ReadonlyMap<string, string>): Prop[] {
  return props.members.filter(ts.isPropertySignature).map((member): Prop => {
    const comment = commentBefore(member.getSourceFile(), member.getFullStart());
    const name = member.name.getText();
    return {
      name,
      type: (member.type?.getText() ?? 'unknown').replace(/\s+/g, ' '),
      isOptional: member.questionToken !== undefined,
      fallback: fallbacks.get(name),
      isInternal: comment.includes('@internal'),
      text: readDocstring(comment).text.replace('@internal', '').trim(),
    };
  });
}

/** `from = 0` in `const { from = 0 } = Astro.props`. */
function fallbacksIn(file: ts.SourceFile): ReadonlyMap<string, string> {
  return new Map(
    file.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => declarationList.declarations)
      .filter(({ initializer }) => initializer?.getText() === 'Astro.props')
      .flatMap(({ name }) => (ts.isObjectBindingPattern(name) ? name.elements : []))
      .flatMap(({ name, propertyName, initializer }) =>
        initializer ? [[(propertyName ?? name).getText(), initializer.getText()] as const] : [],
      ),
  );
}

function propsHandedOn(path: string, file: ts.SourceFile, markup: string, read: Read): readonly Prop[] {
  const [, tag, given = ''] = handedOn.exec(markup) ?? [];
  const from = file.statements
    .filter(ts.isImportDeclaration)
    .find(({ importClause }) => importClause?.name?.text === tag);
  if (tag === undefined || !from) return [];
  const names = [...given.matchAll(/(\w+)=/g)].map(([, name]) => name!);
  const other = posix.join(posix.dirname(path), (from.moduleSpecifier as ts.StringLiteral).text);
  return faceOf(other, read).props.filter(({ name }) => !names.includes(name));
}

/**
 * The components that authors write: all that no other component is made of. What only stands in others, authors
 * never see; a figure they show by its file in content/figures/.
 *
 * @param sources Of all components, by their paths.
 * @returns Their paths.
 */
export function authored(sources: Readonly<Record<string, string>>): string[] {
  const imported = new Set(
    Object.entries(sources).flatMap(([path, source]) =>
      [...source.matchAll(/^import \w+ from '(\.[^']+\.astro)'/gm)].map(([, from]) =>
        posix.join(posix.dirname(path), from!),
      ),
    ),
  );
  return Object.keys(sources)
    .filter((path) => !imported.has(path) && !path.startsWith('components/figures/'))
    .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'));
}

/** `components/prose/Term.astro` → `Term` */
export const nameOf = (path: string): string => posix.basename(path).replace(/\.\w+$/, '');
