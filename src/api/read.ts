import { readdirSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import ts from 'typescript';
import { readDocstring, type Docstring } from './docstring.ts';

/** Something that a room of lib/ exports. */
export interface Entry extends Docstring {
  readonly name: string;
  /** Unique among all rooms: `room.name`. */
  readonly id: string;
  readonly kind: 'function' | 'value' | 'type';
  /** As it is written, without its body: one line for a function, with comments for a type. */
  readonly signature: string;
  /** From the root of the repository. */
  readonly file: string;
  readonly declaration: ts.Node;
}

/** One folder of lib/ with an index, or what stands beside the folders. */
export interface Room {
  /** The folder's name; none for the root. */
  readonly name: string | undefined;
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
 * Reads the public face of lib/: what the `index.ts` of each room exports, and of the root what
 * no room has already.
 *
 * @param library The folder, or one built like it.
 */
export function readApi(library: string): Api {
  const folders = readdirSync(library, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const indexes = [undefined, ...folders.map(({ name }) => name)].map((name) => ({
    name,
    path: resolve(library, name ?? '.', 'index.ts'),
  }));
  const program = ts.createProgram(
    indexes.map(({ path }) => path),
    { noLib: true, types: [], allowImportingTsExtensions: true, noEmit: true, module: ts.ModuleKind.ESNext },
  );
  const checker = program.getTypeChecker();
  const rooms = indexes.flatMap(({ name, path }): Room[] => {
    const index = program.getSourceFile(path);
    if (!index) return [];
    const entries = checker
      .getExportsOfModule(checker.getSymbolAtLocation(index)!)
      .map((symbol) => entryOf(checker, symbol, library))
      .filter(({ id }) => id.startsWith(`${roomOf(name)}.`));
    const specifier = name === undefined ? 'attention-notebook' : `attention-notebook/${name}`;
    return [{ name, specifier, description: readDocstring(commentBefore(index, 0)).text, entries }];
  });
  return { rooms, checker };
}

const roomOf = (name: string | undefined): string => name ?? 'root';

/** The room whose folder a file lies in: `wasm/` belongs to `kernels/`. */
function roomOfFile(library: string, file: string): string {
  const [first, ...rest] = relative(library, file).split('/');
  return roomOf(rest.length > 0 ? first : undefined);
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
  return `${star}${name}${generics}(${parameters.join(', ')})${returns}`.replace(/\s+/g, ' ');
}

/** The docstring that stands right before a position, or ''. */
function commentBefore(source: ts.SourceFile, position: number): string {
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
