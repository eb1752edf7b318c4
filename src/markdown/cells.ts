import type { Code, Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Cell, Outcome } from '../../components/cells/outcome.ts';
import { writeOutcome } from '../../components/cells/written.ts';
import { runInNode } from '../cells/run-in-node.ts';
import { cellsAtHand } from '../encoder/cells-at-hand.ts';
import { isCell, valueOf, wordsBehind } from './mdx.ts';
import { refuse } from './refuse.ts';

/** A cell and the block that it was written in. */
export interface Written extends Cell {
  readonly block: Code;
  /** The component that shows it. */
  readonly shown: MdxJsxFlowElement;
}

const attribute = (name: string, value: string): MdxJsxAttribute => ({ type: 'mdxJsxAttribute', name, value });

/** The cells of a page in their order, each put into a component that shows it. */
export function cellsOf(tree: Root, file: VFile): Written[] {
  const cells: Written[] = [];
  visit(tree, isCell, (block: Code, index, parent) => {
    const unknown = wordsBehind(block).find((word, index) => index > 0 && word !== 'fails');
    if (unknown !== undefined)
      refuse(file, block, `A cell is \`\`\`ts cell or \`\`\`ts cell fails; “${unknown}” says nothing.`);
    const isShown = parent!.type === 'mdxJsxFlowElement' && parent!.name === 'Cell';
    const { position } = block;
    const id = attribute('id', `cell-${cells.length + 1}`);
    const shown: MdxJsxFlowElement = isShown
      ? parent!
      : { type: 'mdxJsxFlowElement', name: 'Cell', attributes: [id], children: [block], position };
    if (!isShown) parent!.children.splice(index!, 1, shown);
    const meantToFail = wordsBehind(block).includes('fails');
    cells.push({ id: String(valueOf(shown, 'id')), source: block.value, meantToFail, block, shown });
  });
  return cells;
}

/** Where a line of a cell stands in the text; nowhere, if it came out of a program. */
function lineInText({ block }: Written, line: number): number | undefined {
  const { start, end } = block.position!;
  const before = block.value.split('\n').length - (end.line - start.line - 1);
  return line > before ? start.line + line - before : undefined;
}

/** Stops the build unless each cell did what its author says. */
function check(file: VFile, cell: Written, { state, outputs }: Outcome): void {
  const error = outputs.find((output) => output.kind === 'error');
  const fails = state === 'failed' || state === 'stopped';
  if (fails && !cell.meantToFail) {
    const line = error?.line === undefined ? undefined : lineInText(cell, error.line);
    const place =
      line === undefined
        ? cell.block
        : { type: 'line', position: { start: { line, column: 1 }, end: { line, column: 1 } } };
    refuse(file, place, `The cell ${cell.id} fails: ${error?.message ?? state}.`);
  }
  if (!fails && cell.meantToFail)
    refuse(file, cell.block, `The cell ${cell.id} is said to fail, and does not. Take “fails” away, or let it fail.`);
}

/**
 * Runs the cells of a page as readers will, as one program from the top, and hands each what stands
 * under it. A cell that fails and is not meant to stops the build, and one that is and does not.
 */
export function remarkCells() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const cells = cellsOf(tree, file);
    if (cells.length === 0) return;
    const outcomes = await runInNode(cells, await cellsAtHand());
    for (const [index, cell] of cells.entries()) {
      const outcome = outcomes[index]!;
      check(file, cell, outcome);
      cell.shown.attributes.push(attribute('number', `${index + 1}`), attribute('outcome', writeOutcome(outcome)));
      if (cell.meantToFail) cell.shown.attributes.push(attribute('fails', ''));
    }
  };
}
