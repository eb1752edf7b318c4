import type { SyntaxNode } from '@lezer/common';

/** A name of the library, as a cell calls it; `*` is all of it. */
export interface Imported {
  readonly name: string;
  readonly as: string;
  readonly line: number;
}

/** The one thing that a cell may import. */
export const libraryName = 'attention-notebook';

/** What an import brings; types bring nothing. Or why it is refused, in a sentence. */
export function readImport(
  node: SyntaxNode,
  source: string,
  line: number,
): { readonly imported: readonly Imported[]; readonly refused?: string } {
  const textOf = ({ from, to }: SyntaxNode): string => source.slice(from, to);
  const from = node.getChild('String');
  const module = from ? textOf(from).slice(1, -1) : undefined;
  if (module !== libraryName)
    return {
      imported: [],
      refused: `Line ${line} imports ${module === undefined ? 'in a way that a cell does not know' : `‘${module}’`}. A cell can import from ‘${libraryName}’, and from nothing else.`,
    };
  if (node.getChild('type')) return { imported: [] };
  if (node.getChild('Star'))
    return { imported: [{ name: '*', as: textOf(node.getChild('VariableDefinition')!), line }] };
  if (node.getChild('VariableDefinition'))
    return {
      imported: [],
      refused: `Line ${line} needs braces: import { softmax } from ‘${libraryName}’.`,
    };
  const imported: Imported[] = [];
  const group = node.getChild('ImportGroup');
  let isType = false;
  let name: string | undefined;
  for (let part = group?.firstChild; part; part = part.nextSibling) {
    if (part.name === 'type') isType = true;
    else if (part.name === 'VariableName') name = textOf(part);
    else if (part.name === 'VariableDefinition') {
      const as = textOf(part);
      if (!isType) imported.push({ name: name ?? as, as, line });
      isType = false;
      name = undefined;
    }
  }
  return { imported };
}
