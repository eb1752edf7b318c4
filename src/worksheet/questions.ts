import type { Nodes, Root } from 'mdast';
import { exercises } from '../../lib/exercises/index.ts';
import { plainMarkdown, type Telling } from '../jupyter/plain-markdown.ts';
import { lineInHtml } from '../markdown/asked.ts';
import { citationsIn } from '../markdown/citations.ts';
import { headingsIn, partOf, valueOf, type Component } from '../markdown/mdx.ts';

/** A question of a chapter as it stands on paper: what is asked in HTML, and the answer in Markdown or as code. */
export interface OnPaper {
  readonly kind: 'Predict' | 'Question' | 'Exercise';
  readonly ask: string;
  /** The sentence that it is asked of. */
  readonly sentence?: string;
  /** What may be chosen, as HTML. */
  readonly options: readonly string[];
  /** Code to start from. */
  readonly code?: string;
  /** What stands before the reason: the option that is so, the number, the code. */
  readonly answer?: string;
  readonly solution?: string;
  /** Why, in Markdown. */
  readonly why: string;
}

/** The questions of a section; before the first heading, of none. */
export interface Asked {
  readonly section: string | undefined;
  readonly questions: readonly OnPaper[];
}

export interface Chapter extends Pick<Telling, 'source' | 'place' | 'claim'> {
  readonly tree: Root;
  /** The words that may be chosen in a question on a trained row, and which of them is so. */
  readonly row: (
    sentence: string,
    word: string,
    layer: number,
    head: number,
  ) => { readonly options: readonly { readonly say: string }[]; readonly answer: number };
}

type Option = string | { readonly say: string };

/** What a chapter asks, section by section, from its source. */
export function questionsOf(chapter: Chapter): Asked[] {
  const { tree, source, place, claim, row } = chapter;
  // Paper has no links.
  const telling = { source, place, claim, address: () => undefined, cite: citationsIn(tree, (_, label) => label) };
  const sections = headingsIn(tree);
  const all: { readonly section: string | undefined; readonly questions: OnPaper[] }[] = [
    { section: undefined, questions: [] },
  ];

  function asked(node: Component): OnPaper | undefined {
    const name = partOf(node);
    if (name !== 'Predict' && name !== 'Question' && name !== 'Exercise') return undefined;
    const value = (attribute: string): unknown => valueOf(node, attribute);
    const common = { kind: name, ask: lineInHtml(String(value('ask'))) } as const;
    if (name === 'Exercise') {
      const { starter, solution } = exercises[String(value('id'))]!;
      return { ...common, options: [], code: starter, solution, why: '' };
    }
    const why = node.children.map((child) => plainMarkdown(child, telling)).join('\n\n');
    const id = value('claim');
    if (typeof id === 'string') return { ...common, options: [], answer: claim(id), why };
    const onRow = value('sentence');
    const { options, answer } =
      typeof onRow === 'string'
        ? row(onRow, String(value('word')), Number(value('layer')), Number(value('head')))
        : { options: (value('options') ?? []) as readonly Option[], answer: Number(value('answer')) };
    const say = options.map((option) => lineInHtml(typeof option === 'string' ? option : option.say));
    return {
      ...common,
      ...(typeof onRow === 'string' && { sentence: onRow }),
      options: say,
      ...(say[answer] !== undefined && { answer: say[answer] }),
      why,
    };
  }

  function walk(node: Nodes): void {
    if (node.type === 'heading') all.push({ section: sections[all.length - 1]!.text, questions: [] });
    const question = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement' ? asked(node) : undefined;
    if (question) all.at(-1)!.questions.push(question);
    else if ('children' in node) node.children.forEach(walk);
  }
  walk(tree);
  return all.filter(({ questions }) => questions.length > 0);
}
