import type { Root, RootContent } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';
import { cellsOf, reportsOf } from '../../components/cells/exercise/check.ts';
import {
  bugNames,
  examination,
  exercises,
  symptomsOf,
  type Exercise,
  type Symptoms,
} from '../../lib/exercises/index.ts';
import { runInNode } from '../cells/run-in-node.ts';
import { sayAtBuild } from '../strings.ts';
import { componentsIn, valueOf, type Component } from './mdx.ts';
import { refuse } from './refuse.ts';

const attribute = (name: string, value: string): MdxJsxAttribute => ({ type: 'mdxJsxAttribute', name, value });

const code = (value: string): RootContent => ({ type: 'code', lang: 'ts', value });

/** Code that goes to a slot of its own. */
const inSlot = (slot: string, value: string): MdxJsxFlowElement => ({
  type: 'mdxJsxFlowElement',
  name: 'Fragment',
  attributes: [attribute('slot', slot)],
  children: [code(value) as MdxJsxFlowElement['children'][number]],
});

/** Runs a broken attention as a reader's browser would, and finds out how it is. */
async function examine(broken: Exercise): Promise<Symptoms> {
  const reports = reportsOf(await runInNode(cellsOf(broken, broken.starter, examination, sayAtBuild)));
  return symptomsOf(
    reports.map((report) => {
      if (report.kind !== 'returned' || !report.value) throw new Error('It gives no weights.');
      return report.value;
    }),
  );
}

/**
 * Fills `<Exercise id>` with the code that a reader starts from and the solution, as code blocks, which
 * Astro then highlights like any other; and `<Clinic id>` with what that broken function was found to do.
 */
export function remarkExercises() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const named = (node: Component, known: readonly string[]): string => {
      const id = valueOf(node, 'id');
      if (typeof id !== 'string' || !known.includes(id))
        refuse(file, node, `<${node.name}> needs id="…", one of ${known.join(', ')}.`);
      return id;
    };
    for (const node of componentsIn(tree, 'Exercise')) {
      const { starter, solution } = exercises[named(node, Object.keys(exercises))]!;
      if (typeof valueOf(node, 'ask') !== 'string') refuse(file, node, '<Exercise> needs ask="…", what is to be done.');
      node.children = [inSlot('starter', starter), inSlot('solution', solution)] as typeof node.children;
    }
    for (const node of componentsIn(tree, 'Clinic')) {
      const bug = named(node, bugNames);
      node.attributes.push(attribute('found', JSON.stringify(await examine(exercises[`mend-${bug}`]!))));
    }
  };
}
