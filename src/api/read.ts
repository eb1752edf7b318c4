import { readFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import ts from 'typescript';
import { readDocstring, type Docstring } from './docstring.ts';

/** Something that a room of lib/ exports. */
export interface Entry extends Docstring {
  readonly name: string;
  /** Unique among all rooms: `room.name`. */
  readonly id: string;
  readonly kind: 'function' | 'value' | 'type';
  /** As it is written, without its body: of a function how it is called, of a type with the comments in it. */
  readonly signature: string;
  /** From the root of the repository. */
  readonly file: string;
  readonly declaration: ts.Node;
}

/** One folder of lib/, or what stands beside the folders. */
export interface Room {
  /** The folder's name, or `root`. */
  readonly id: string;
  /** What others import it by. */
  readonly specifier: string;
  readonly description: string;
  readonly entries: readonly Entry[];
}

export interface Api {
  readonly rooms: readonly Room[];
  /** Knows names, and no types: the library of the language is not read. */
  readonly checker: ts.TypeChecker;
}

/**
 * Reads the public face of lib/: what the `index.ts` of each room that its package exports has, and
 * of the root what no room has already.
 *
 * @param library The folder, or one built like it.
 */
export function readApi(library: string): Api {
  const { name, exports } = JSON.parse(readFileSync(resolve(library, 'package.json'), 'utf8')) as Package;
  const indexes = Object.keys(exports).map((path) => ({ path, file: resolve(library, path, 'index.ts') }));
  const program = ts.createProgram(
    indexes.map(({ file }) => file),
    { noLib: true, types: [], allowImportingTsExtensions: true, noEmit: true, module: ts.ModuleKind.ESNext },
  );
  const checker = program.getTypeChecker();
  const rooms = indexes.map(({ path, file }): Room => {
    const index = program.getSourceFile(file)!;
    const id = path === '.' ? 'root' : path.slice('./'.length);
    const entries = checker
      .getExportsOfModule(checker.getSymbolAtLocation(index)!)
      .map((symbol) => entryOf(checker, symbol, library))
      .filter((entry) => entry.id.startsWith(`${id}.`));
    const description = readDocstring(commentBefore(index, 0)).text;
    return { id, specifier: path.replace('.', name), description, entries };
  });
  return { rooms, checker };
}

interface Package {
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

/** The room whose folder a file lies in: `wasm/` belongs to `kernels/`. */
function roomOfFile(library: string, file: string): string {
  const [first, ...rest] = relative(library, file).split('/');
  return rest.length > 0 ? first! : 'root';
}

function entryOf(checker: ts.TypeChecker, exported: ts.Symbol, library: string): Entry {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const declaration = symbol.declarations![0]!;
  const source = declaration.getSourceFile();
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const docstring = readDocstring(commentBefore(source, statement.getFullStart()));
  const called = functionOf(declaration);
  const name = symbol.name;
  return {
    ...docstring,
    name,
    id: `${roomOfFile(library, source.fileName)}.${name}`,
    kind: called ? 'function' : ts.isVariableDeclaration(declaration) ? 'value' : 'type',
    signature: called ? callOf(name, called, docstring) : writtenOf(statement.getText()),
    file: `${basename(library)}/${relative(library, source.fileName)}`,
    declaration,
  };
}

/** The function that a declaration declares, also as a constant. */
export function functionOf(declaration: ts.Node): ts.FunctionDeclaration | ts.ArrowFunction | undefined {
  if (ts.isFunctionDeclaration(declaration)) return declaration;
  const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return value && ts.isArrowFunction(value) ? value : undefined;
}

/** The longest call that stands on one line. */
const lineLength = 76;
const onOneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** A type or a value as it is written; of a value on many lines, only what it is. */
function writtenOf(statement: string): string {
  const text = statement.replace(/^export /, '').replace(/;$/, '');
  return text.startsWith('const ') && text.includes('\n') ? text.slice(0, text.indexOf(' = ')) : text;
}

/** How a function is called; a parameter that its head takes apart has the name that its docstring gives it. */
function callOf(name: string, called: ts.FunctionDeclaration | ts.ArrowFunction, { params }: Docstring): string {
  const written = called.parameters.map(({ name }) => name.getText());
  const unwritten = params.filter((param) => !written.includes(param.name)).map((param) => param.name);
  const parameters = called.parameters.map((parameter) => {
    const text = parameter.getText();
    if (!ts.isObjectBindingPattern(parameter.name)) return text;
    const given = unwritten.shift();
    if (!given) throw new Error(`${name} takes a parameter apart: name it in its docstring, by @param.`);
    return given + text.slice(parameter.name.getText().length);
  });
  const generics = called.typeParameters ? `<${called.typeParameters.map((type) => type.getText()).join(', ')}>` : '';
  const returns = called.type ? `: ${called.type.getText()}` : '';
  const star = ts.isFunctionDeclaration(called) && called.asteriskToken ? '*' : '';
  const [before, after] = [`${star}${name}${generics}(`, `)${returns}`].map(onOneLine);
  const given = parameters.map(onOneLine);
  const line = before + given.join(', ') + after;
  return line.length <= lineLength ? line : `${before}\n${given.map((each) => `  ${each},\n`).join('')}${after}`;
}

/** The docstring that stands right before a position, or ''. */
export function commentBefore(source: ts.SourceFile, position: number): string {
  const ranges = ts.getLeadingCommentRanges(source.text, position) ?? [];
  const docstrings = ranges.map(({ pos, end }) => source.text.slice(pos, end)).filter((text) => text.startsWith('/**'));
  return docstrings.at(-1) ?? '';
}

/**
 * Resolves the links of docstrings: a name is looked for in the room that it is said in, then in all.
 *
 * @returns Gives the id of the entry that is meant; throws where no room exports that name.
 */
export function linker(rooms: readonly Room[]): (name: string, from: Entry) => string {
  const all = rooms.flatMap(({ entries }) => entries);
  return (name, from) => {
    const room = from.id.slice(0, from.id.indexOf('.'));
    const found = all.find(({ id }) => id === `${room}.${name}`) ?? all.find((entry) => entry.name === name);
    if (!found) throw new Error(`${from.file}: the docstring of ${from.name} links ${name}, which no room exports.`);
    return found.id;
  };
}

/**
 * Finds the types that a signature names.
 *
 * @returns Takes an entry's signature apart, with the id of each type that a room exports; of a type's own name there is none.
 */
export function typesIn(rooms: readonly Room[]): (entry: Entry) => readonly (readonly [text: string, id?: string])[] {
  const names = rooms.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'type').map(({ name }) => name));
  const find = linker(rooms);
  const known = new RegExp(`\\b(${names.join('|')})\\b`);
  return (entry) =>
    entry.signature
      .split(known)
      .map((text, index) => (index % 2 === 1 && text !== entry.name ? [text, find(text, entry)] : [text]));
}
