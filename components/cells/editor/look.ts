import { HighlightStyle } from '@codemirror/language';
import {
  Decoration,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';
import { styleTags, tags } from '@lezer/highlight';
import { typescriptLanguage } from '@codemirror/lang-javascript';

/** The colours that listings have, so that nothing changes when the editor takes one over. */
const [red, blue, violet, brown] = [
  'light-dark(#a0111f, #ff9492)',
  'light-dark(#023b95, #91cbff)',
  'light-dark(#622cbc, #dbb7ff)',
  'light-dark(#702c00, #ffb757)',
];
const { function: called, definition, special } = tags;

/** The language, with the names that listings set apart: what is declared, and what is given. */
export const language = typescriptLanguage.configure({
  props: [
    styleTags({
      'VariableDeclaration/VariableDefinition': tags.constant(tags.variableName),
      'ParamList/VariableDefinition': tags.local(tags.variableName),
    }),
  ],
});

export const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operator, tags.operatorKeyword, tags.definitionKeyword], color: red },
  { tag: [tags.moduleKeyword, tags.controlKeyword, tags.modifier, called(tags.punctuation)], color: red },
  { tag: tags.derefOperator, color: 'inherit' },
  { tag: [tags.number, tags.bool, tags.null, tags.self], color: blue },
  { tag: [tags.string, special(tags.string), tags.regexp], color: 'light-dark(#032563, #addcff)' },
  { tag: [called(tags.variableName), called(tags.propertyName)], color: violet },
  { tag: [called(definition(tags.variableName)), called(definition(tags.propertyName))], color: violet },
  { tag: [tags.typeName, tags.className, tags.definition(tags.typeName)], color: brown },
  { tag: tags.constant(tags.variableName), color: blue },
  { tag: tags.local(tags.variableName), color: brown },
  { tag: [tags.comment], color: 'var(--ink-soft)' },
]);

/** The frame, the type and the room around it are the listing's own. */
export const frame = EditorView.theme({
  '&.cm-editor': { width: 'max-content', minWidth: '100%', outline: 'none' },
  '.cm-scroller': { font: 'inherit', lineHeight: 'inherit', overflow: 'visible' },
  '.cm-content': { padding: '0', caretColor: 'var(--ink)', fontVariantLigatures: 'none' },
  '.cm-line': { padding: '0' },
  '&.cm-focused .cm-matchingBracket': { background: 'none', outline: '1px solid var(--ink-soft)' },
  '.cm-tooltip': {
    ...{ background: 'var(--sheet)', color: 'var(--ink)', border: '1px solid var(--rule)', borderRadius: '4px' },
    fontFamily: 'var(--sans)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--ink)', color: 'var(--paper)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '14em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.25em 0.6em', lineHeight: '1.6' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-tooltip.cm-completionInfo': { padding: '0.5em 0.8em', maxWidth: '26em', lineHeight: '1.45' },
  '.cm-completionInfo code': { display: 'block', whiteSpace: 'pre-wrap', fontFamily: 'var(--mono)' },
});

/** Ties the names of concepts to the rest of the page, as listings do. @param concepts Which concept a name stands for. */
export function namesOfConcepts(concepts: ReadonlyMap<string, string>) {
  const matcher = new MatchDecorator({
    regexp: /[A-Za-z_]\w*/g,
    decoration([name]) {
      const concept = concepts.get(name);
      return concept === undefined ? null : Decoration.mark({ attributes: { 'data-concept': concept } });
    },
  });
  return ViewPlugin.fromClass(
    class {
      marks: DecorationSet;
      constructor(view: EditorView) {
        this.marks = matcher.createDeco(view);
      }
      update(update: ViewUpdate): void {
        this.marks = matcher.updateDeco(update, this.marks);
      }
    },
    { decorations: ({ marks }) => marks },
  );
}
