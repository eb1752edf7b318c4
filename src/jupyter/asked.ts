import { partOf, valueOf, type Component } from '../markdown/mdx.ts';
import { lineOf } from './plain-markdown.ts';

type Option = string | { readonly say: string; readonly because: string };

/**
 * A question of a chapter as text, its answer folded under it.
 *
 * @param inside What stands inside the component, in Markdown.
 */
export function askedInMarkdown(node: Component, inside: string): string {
  const options = (valueOf(node, 'options') ?? []) as readonly Option[];
  const say = (option: Option): string => lineOf(typeof option === 'string' ? option : option.say);
  const right = options[Number(valueOf(node, 'answer'))];
  const because = options.map((option) =>
    typeof option === 'string' ? '' : `“${say(option)}”: ${lineOf(option.because)}`,
  );
  return [
    `**${partOf(node) === 'Predict' ? 'Predict' : 'Think'}.** ${lineOf(String(valueOf(node, 'ask')))}`,
    options.map((option) => `- ${say(option)}`).join('\n'),
    '<details><summary>Show the answer</summary>',
    right === undefined ? '' : `**${say(right)}.**`,
    inside,
    ...because,
    '</details>',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
