import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { Nodes, Root, RootContent } from 'mdast';
import { Fault } from '../../components/fault.ts';
import { citationsIn } from '../markdown/citations.ts';
import { figuresByName } from '../markdown/mentions.ts';
import { headingsIn, partOf, valueOf, type Component } from '../markdown/mdx.ts';
import { regionOf } from '../markdown/region.ts';
import { workedOf } from '../markdown/worked.ts';
import { askedInMarkdown } from './asked.ts';
import type { NotebookCell } from './notebook.ts';
import { linked, plainMarkdown, type Telling } from './plain-markdown.ts';

export interface Chapter extends Omit<Telling, 'cite'> {
  readonly tree: Root;
  readonly title: string;
  /** What a figure of `content/figures/` is called. */
  readonly figureTitle: (figure: string) => string;
}

/** What belongs to the page alone. */
const ofThePage = new Set<string | undefined>(['PageOnly', 'Tally']);

const code = (source: string, printed = ''): NotebookCell => ({ kind: 'code', source, printed });
const written = (node: Component, name: string): string => String(valueOf(node, name));

/**
 * A chapter as the cells of a notebook, in one of the Python files that tell its program: prose
 * as it was written, listings to be run, with what each step prints, and a link for each figure.
 *
 * @param file From the root of the repository: `lib/listings/attention_numpy.py`.
 */
export function cellsOf(chapter: Chapter, file: string): NotebookCell[] {
  const { tree, title, place, address, figureTitle } = chapter;
  const listing = readFileSync(file, 'utf8');
  const program = file.replace(/_\w+\.py$/, '');
  const cite = citationsIn(tree, (key, label) => linked(label, address(`#ref-${key}`)));
  const prose = (node: Nodes): string => plainMarkdown(node, { ...chapter, cite });
  const figures = figuresByName(tree);
  const sections = headingsIn(tree);
  let section = -1;

  function cut(node: Component, path: string, region?: string): string {
    try {
      return regionOf(readFileSync(path, 'utf8'), region).code;
    } catch (error) {
      throw new Fault(`${place(node)}: ${path} ${(error as Error).message}`);
    }
  }

  function step(node: Component): NotebookCell[] {
    const region = written(node, 'region');
    const { code: source, printed } = workedOf(cut(node, file, `${region}-worked`));
    return [code(cut(node, file, region)), code(source, printed)];
  }

  function component(node: Component): (string | NotebookCell)[] {
    const name = partOf(node);
    if (ofThePage.has(name)) return [];
    if (name === 'CodeTabs' && valueOf(node, 'program') === program) return step(node);
    if (name === 'Listing') {
      const path = written(node, 'file');
      if (path === file) return step(node);
      const language = extname(path) === '.py' ? 'python' : 'typescript';
      return [
        `\`${path}\`:`,
        `\`\`\`${language}\n${cut(node, path, valueOf(node, 'region') as string | undefined)}\n\`\`\``,
      ];
    }
    if (name === 'Predict' || name === 'Question') {
      const inside = node.children.map(prose).join('\n\n');
      return [askedInMarkdown(node, inside)];
    }
    const figure = figures.get(node.name);
    if (figure !== undefined)
      return [`*On the page a figure stands here: ${linked(figureTitle(figure), address(`#figure-${figure}`))}.*`];
    const { text, id } = sections[section] ?? { text: title, id: 'text' };
    return [`*On the page there is something to try here: ${linked(text, address(`#${id}`))}.*`];
  }

  function blocks(node: RootContent): (string | NotebookCell)[] {
    if (node.type === 'yaml' || node.type === 'mdxjsEsm' || node.type === 'mdxFlowExpression') return [];
    if (node.type === 'mdxJsxFlowElement') return component(node);
    if (node.type === 'heading') section++;
    return [prose(node)];
  }

  const preamble = listing.slice(listing.search(/^(?:import|from) /m), listing.indexOf('# region')).trim();
  const origin = `Made from ${linked(`the chapter “${title}”`, address(''))} of The Attention Notebook: its text, and its listings in ${basename(file)}. Run the cells from top to bottom.`;
  return joined([`# ${title}`, origin, code(preamble), ...tree.children.flatMap(blocks)]);
}

/** Each stretch of prose becomes one cell, and a heading begins another. */
function joined(blocks: readonly (string | NotebookCell)[]): NotebookCell[] {
  const cells: NotebookCell[] = [];
  for (const block of blocks) {
    const last = cells.at(-1);
    if (typeof block !== 'string') cells.push(block);
    else if (last?.kind === 'markdown' && !block.startsWith('#'))
      cells.splice(-1, 1, { kind: 'markdown', source: `${last.source}\n\n${block}` });
    else cells.push({ kind: 'markdown', source: block });
  }
  return cells;
}
