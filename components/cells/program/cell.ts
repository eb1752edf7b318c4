import type { SyntaxNode as Node } from '@lezer/common';
import { parser } from '@lezer/javascript';
import { transform } from 'sucrase';
import { readImport, type Imported } from './import.ts';

/** Why a cell cannot run, at the reader's own line. */
export interface Fault {
  readonly message: string;
  readonly line: number;
}

/** One cell, ready to stand in a program. */
export interface ReadCell {
  /** JavaScript of as many lines as the cell has. */
  readonly code: string;
  /** What later cells see of it, and the line of each. */
  readonly declared: ReadonlyMap<string, number>;
  readonly imports: readonly Imported[];
  /** Names that it uses as values, and as types. */
  readonly values: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  readonly fault?: Fault;
}

/** The name under which a cell's code calls its runner. */
export const runner = '__cell';

const typescript = parser.configure({ dialect: 'ts' });

const childrenOf = (node: Node): Node[] => {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
};

/** What a cell must not hold, and what is said of it. */
const refused: Readonly<Record<string, string>> = {
  DynamicImport: 'A cell imports by its first lines: import { softmax } from ‘attention-notebook’.',
  NamespaceDeclaration: 'A cell has no namespaces: an object does the same.',
  Decorator: 'A cell has no decorators.',
};
const functions = /^(FunctionDeclaration|FunctionExpression|ArrowFunction|MethodDeclaration|Property)$/;
const declarations = /^(Variable|Function|Class|Enum)Declaration$/;

/** The `!` of `a[i]! += 1`, which the parser does not know before a `=`; what is taken for `a != 1` stays. */
const asserted = /(?<=[\w\])])!(?=(?:\s*(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)|\s+)=(?![=>]))/g;

/** Reads a cell: its types go, its imports are taken out, each statement tells its line and the last one its value. */
export function readCell(source: string): ReadCell {
  const lineAt = (position: number): number => source.slice(0, position).split('\n').length;
  const declared = new Map<string, number>();
  const imports: Imported[] = [];
  const values = new Set<string>();
  const types = new Set<string>();
  const edits: { readonly at: number; readonly to: number; readonly text: string }[] = [];
  const insert = (at: number, text: string): void => void edits.push({ at, to: at, text });
  /** Its lines stay. */
  const erase = (at: number, to: number): void =>
    void edits.push({ at, to, text: `;${source.slice(at, to).replace(/[^\n]/g, '')}` });
  const faulty = (message: string, position: number): ReadCell => ({
    code: '',
    declared,
    imports,
    values,
    types,
    fault: { message, line: lineAt(position) },
  });

  const { topNode } = typescript.parse(source.replace(asserted, ' '));
  let fault: { readonly message: string; readonly position: number } | undefined;
  let broken: number | undefined;
  topNode.cursor().iterate((node) => {
    if (node.name === 'ImportDeclaration') return false;
    if (node.type.isError) broken ??= node.from;
    if (node.name === 'VariableName') values.add(source.slice(node.from, node.to));
    if (node.name === 'TypeName') types.add(source.slice(node.from, node.to));
    const why = refused[node.name];
    if (why) fault ??= { message: why, position: node.from };
    if (node.name === 'ReturnStatement' && !isInFunction(node.node))
      fault ??= {
        message: 'A return stands outside of a function here. The last line of a cell is its value without it.',
        position: node.from,
      };
    return true;
  });
  if (broken !== undefined) {
    const wrong = refusal(source);
    return faulty(
      wrong?.message ?? 'This is not TypeScript: something is missing here, or too much.',
      wrong?.position ?? broken,
    );
  }
  if (fault) return faulty(fault.message, fault.position);

  const statements = childrenOf(topNode).filter(({ name }) => !/^(LineComment|BlockComment|;)$/.test(name));
  for (const statement of statements) {
    const isLast = statement === statements.at(-1);
    if (statement.name === 'ImportDeclaration') {
      const { imported, refused } = readImport(statement, source, lineAt(statement.from));
      if (refused) return faulty(refused, statement.from);
      imports.push(...imported);
      erase(statement.from, statement.to);
      continue;
    }
    let content = statement;
    if (statement.name === 'ExportDeclaration') {
      const inner = childrenOf(statement).find(({ name }) => /Declaration$/.test(name));
      if (!inner) return faulty('A cell exports nothing: later cells see its names as they are.', statement.from);
      erase(statement.from, inner.from);
      content = inner;
    }
    insert(content.from, `${runner}.at(${lineAt(content.from)});`);
    if (declarations.test(content.name)) {
      const names = namesIn(content, source);
      for (const { name, from } of names) declared.set(name, lineAt(from));
      if (isLast && content.name === 'VariableDeclaration')
        insert(content.to, names.map(({ name }) => `;${runner}.value(${name},"${name}")`).join('') + ';');
    }
    if (isLast && content.name === 'ExpressionStatement' && content.firstChild) {
      const expression = childrenOf(content).find(({ name }) => !/Comment$/.test(name))!;
      insert(expression.from, `${runner}.value((`);
      insert(expression.to, '))');
    }
  }
  // Of two at one place the one that was asked for last goes in last.
  edits.sort((a, b) => a.at - b.at);
  let position = 0;
  let edited = '';
  for (const { at, to, text } of edits) {
    edited += source.slice(position, at) + text;
    position = to;
  }
  try {
    return { code: stripped(edited + source.slice(position)), declared, imports, values, types };
  } catch {
    const { message, position } = refusal(source)!;
    return faulty(message, position);
  }
}

const stripped = (source: string): string =>
  transform(source, { transforms: ['typescript'], disableESTransforms: true, keepUnusedImports: true }).code;

/** What the stripper of types has against a cell. */
function refusal(source: string): { readonly message: string; readonly position: number } | undefined {
  try {
    stripped(source);
    return undefined;
  } catch (error) {
    const { message, pos } = error as Error & { readonly pos: number };
    if (pos >= source.trimEnd().length)
      return {
        message: 'The cell ends too early: something that it opens is not closed, or not finished.',
        position: source.trimEnd().length,
      };
    return { message: `SyntaxError: ${message.replace(/ \(\d+:\d+\)$/, '')}`, position: pos };
  }
}

function isInFunction(node: Node): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) if (functions.test(parent.name)) return true;
  return false;
}

/** The names that a declaration brings, patterns unfolded; not those within its functions. */
function namesIn(declaration: Node, source: string): { readonly name: string; readonly from: number }[] {
  const names: { readonly name: string; readonly from: number }[] = [];
  const look = (node: Node): void => {
    if (node.name === 'VariableDefinition' || node.name === 'TypeDefinition')
      names.push({ name: source.slice(node.from, node.to), from: node.from });
    else if (node === declaration || /Pattern|PatternProperty/.test(node.name)) childrenOf(node).forEach(look);
  };
  look(declaration);
  return names;
}
