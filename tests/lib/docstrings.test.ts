import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../src/api/docstring.ts';
import { functionOf, linker, readApi, type Entry } from '../../src/api/read.ts';

const { rooms, checker } = readApi(resolve('lib'));
const functions = rooms.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'function'));
const called = (entry: Entry) => functionOf(entry.declaration)!;

/** (…, n, dK), (n), (4, 4), `(n, m)`. */
const shape = /\((…|\w[\w ·+−]*)(, [\w ·+−]+)*\)/;
/** A shape, or how many numbers there are, by the letters of the sizes or in a word. */
const count = new RegExp(
  `${shape.source}|\\b([nmkd]|dK|dV|\\d+|all|length|width|as many)\\b|numbers|scores|weights`,
  'i',
);

/** What a docstring leaves unsaid of the tensors that go in and come out. */
function unsaidShapes(entry: Entry): string[] {
  const { parameters, type } = called(entry);
  const unsaid = parameters.flatMap((parameter) => {
    const text = parameter.type?.getText() ?? '';
    const wanted = /\b(Tensor|Mask)\b/.test(text)
      ? shape
      : /\b(Float\d\dArray|ArrayLike)\b/.test(text)
        ? count
        : undefined;
    // A parameter that is taken apart has in its signature the name that the docstring gives it.
    const name = ts.isIdentifier(parameter.name)
      ? parameter.name.text
      : nameInSignature(entry, parameters.indexOf(parameter));
    const said = entry.params.find((param) => param.name === name)?.text ?? '';
    return wanted && !wanted.test(said) ? [`${name}: ${text}`] : [];
  });
  if (type?.getText() === 'Tensor' && !shape.test(entry.returns ?? '')) unsaid.push('returns: Tensor');
  return unsaid;
}

function nameInSignature({ signature, name }: Entry, index: number): string | undefined {
  const parameters = signature.slice(name.length + 1).split(/,\s+(?=\w+\??:)/);
  return /\w+/.exec(parameters[index] ?? '')?.[0];
}

/** The class of each error that a call of this function can end in, by its own body or what it hands its arguments to. */
function thrownBy(
  fn: ts.FunctionLikeDeclaration,
  known = new Map<ts.Node, ReadonlySet<string>>(),
): ReadonlySet<string> {
  if (known.has(fn)) return known.get(fn)!;
  const thrown = new Set<string>();
  known.set(fn, thrown);
  const own = new Set<ts.Symbol>();
  const collect = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) own.add(checker.getSymbolAtLocation(name)!);
    else for (const element of name.elements) if (ts.isBindingElement(element)) collect(element.name);
  };
  for (const { name } of fn.parameters) collect(name);
  const visit = (node: ts.Node): void => {
    // What only a tensor that counts does, when it is read, is no error of the call that made it.
    if (ts.isMethodDeclaration(node)) return;
    if (ts.isThrowStatement(node)) thrown.add(classOf(node.expression));
    if (ts.isCallExpression(node) && node.arguments.some((argument) => isOwn(argument, own))) {
      const symbol = ts.isIdentifier(node.expression) ? checker.getSymbolAtLocation(node.expression) : undefined;
      const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const callee = target?.declarations?.[0] && functionOf(target.declarations[0]);
      if (callee) for (const error of thrownBy(callee, known)) thrown.add(error);
    }
    ts.forEachChild(node, visit);
  };
  if (fn.body) visit(fn.body);
  return thrown;
}

/** Of `new RangeError(…)`, or of a call to a function that makes one. */
function classOf(error: ts.Expression): string {
  if (ts.isNewExpression(error)) return error.expression.getText();
  const maker = ts.isCallExpression(error) && checker.getSymbolAtLocation(error.expression)?.declarations?.[0];
  return (maker && functionOf(maker)?.type?.getText()) || error.getText();
}

/** Whether an argument is made of a parameter. */
const isOwn = (argument: ts.Node, own: ReadonlySet<ts.Symbol>): boolean =>
  ts.isIdentifier(argument)
    ? own.has(checker.getSymbolAtLocation(argument)!)
    : (ts.forEachChild(argument, (child) => isOwn(child, own) || undefined) ?? false);

/** What cannot come to pass, though a function on the way throws it: the checksum has vouched for every size. */
const impossible = ['encoder.openVectors: RangeError'];

/** Errors that are thrown and not named. */
const unsaidErrors = (entry: Entry): string[] =>
  [...thrownBy(called(entry))].filter((error) => !entry.throws.some((text) => text.match(/\w+/)?.[0] === error));

describe('the docstring of every public function', () => {
  it('is there, and says what the function does or gives', () => {
    expect(functions.length).toBeGreaterThan(100);
    expect(functions.filter(({ text }) => !/^\S.{10}/s.test(text)).map(({ id }) => id)).toEqual([]);
  });

  it('says the shapes of what it takes, and of the tensor that it returns', () => {
    const unsaid = functions.map((entry) => [entry.id, ...unsaidShapes(entry)]).filter(({ length }) => length > 1);
    expect(unsaid).toEqual([]);
  });

  it('names the errors that it throws', () => {
    const unsaid = functions.flatMap((entry) => unsaidErrors(entry).map((error) => `${entry.id}: ${error}`));
    expect(unsaid).toEqual(impossible);
    const throwing = functions.filter((entry) => thrownBy(called(entry)).size > 0);
    expect(throwing.length).toBeGreaterThan(50);
  });

  it('links only what a room exports', () => {
    const find = linker(rooms);
    const texts = rooms.flatMap(({ entries }) =>
      entries.flatMap((entry) => {
        const { text, params, returns = '', throws, see } = entry;
        return [text, ...params.map((param) => param.text), returns, ...throws, ...see].map(
          (said) => [entry, said] as const,
        );
      }),
    );
    const links = texts.flatMap(([entry, said]) =>
      piecesOf(said).flatMap(([kind, name]) => (kind === 'link' ? [find(name, entry)] : [])),
    );
    expect(links.length).toBeGreaterThan(20);
  });

  it('names parameters that there are', () => {
    const unknown = functions.flatMap(({ id, params, signature }) =>
      params.filter(({ name }) => !signature.includes(name)).map(({ name }) => `${id}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });
});
