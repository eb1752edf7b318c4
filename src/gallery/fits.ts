import ts from 'typescript';

/**
 * Whether a value that is written out is of a type, as far as the type says so by itself: what another file
 * declares, and what would have to be computed (`null`), is taken as given.
 *
 * @param type As a component's source has it.
 */
export function fits(value: unknown, type: string): boolean {
  const [statement] = ts.createSourceFile('type.ts', `type T = ${type};`, ts.ScriptTarget.Latest, true).statements;
  return isOf(value, (statement as ts.TypeAliasDeclaration).type);
}

function isOf(value: unknown, type: ts.TypeNode): boolean {
  if (value === null) return true;
  if (ts.isParenthesizedTypeNode(type)) return isOf(value, type.type);
  if (ts.isTypeOperatorNode(type)) return isOf(value, type.type);
  if (ts.isUnionTypeNode(type)) return type.types.some((each) => isOf(value, each));
  if (ts.isArrayTypeNode(type)) return Array.isArray(value) && value.every((each) => isOf(each, type.elementType));
  if (ts.isTypeLiteralNode(type)) return isObject(value) && hasMembers(value, type);
  if (ts.isLiteralTypeNode(type)) return type.literal.getText().replace(/^'(.*)'$/, '"$1"') === JSON.stringify(value);
  if (ts.isTypeReferenceNode(type)) return isNamed(value, type);
  if (type.kind === ts.SyntaxKind.StringKeyword) return typeof value === 'string';
  if (type.kind === ts.SyntaxKind.NumberKeyword) return typeof value === 'number';
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return typeof value === 'boolean';
  return true;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function hasMembers(value: Record<string, unknown>, type: ts.TypeLiteralNode): boolean {
  const members = type.members.filter(ts.isPropertySignature);
  const isKnown = Object.keys(value).every((name) => members.some((member) => member.name.getText() === name));
  return (
    isKnown &&
    members.every((member) => {
      const part = value[member.name.getText()];
      return part === undefined ? member.questionToken !== undefined : isOf(part, member.type!);
    })
  );
}

function isNamed(value: unknown, { typeName, typeArguments }: ts.TypeReferenceNode): boolean {
  const name = typeName.getText();
  const [one, two] = typeArguments ?? [];
  if (name === 'Readonly' && one) return isOf(value, one);
  if (name === 'Record' && two) return isObject(value) && Object.values(value).every((each) => isOf(each, two));
  return true;
}
