import { describe, expect, it } from 'vitest';
import { componentsIn, headingsIn, importsIn, parseMdx, textsIn, valueOf } from '../../src/markdown/mdx.ts';
import { figuresIn, statementsIn } from '../../src/markdown/mentions.ts';

const head = '---\ntitle: One\n---\n\n';
/** What looks like MDX, and is a listing, a comment or a formula. */
const decoys = [
  '```mdx\nimport Masks from \'#content/figures/masks.mdx\'\n\n## Not this\n\n<Claim id="a" />\n```',
  '{/* <Claim id="b" /> */}',
  '`<Claim id="c" />` and $\\frac{<Claim}{d}$',
].join('\n\n');

describe('headingsIn(tree)', () => {
  it('names headings as the site does, and skips code', () => {
    const tree = parseMdx('# One `two`\n\n```sh\n# not this\n```\n\n## One two\n');
    expect(headingsIn(tree)).toEqual([
      { depth: 1, text: 'One two', id: 'one-two' },
      { depth: 2, text: 'One two', id: 'one-two-1' },
    ]);
  });
  it('reads formulas, emphasis and snake_case as text, in a list of its own kind too', () => {
    const tree = parseMdx(`${head}## Why *divide* by $\\sqrt{d}$\n\n## A snake_case_name\n\nSet\n---\n\n${decoys}`);
    expect(headingsIn(tree).map(({ id }) => id)).toEqual(['why-divide-by-sqrtd', 'a-snake_case_name', 'set']);
  });
});

describe('valueOf(component, name)', () => {
  it.each([
    ['a="b"', 'b'],
    ["a='b &amp; c'", 'b & c'],
    ['a={1}', 1],
    ['a={-0.5}', -0.5],
    ['a', true],
    [`a={['x', "it's", \`y\`]}`, ['x', "it's", 'y']],
    [`a={[{ b: 'x', c: one }]}`, [{ b: 'x', c: null }]],
    ['a={{ ...one }}', { '': null }],
    ['a={one(two)}', null],
    ['a={-one}', null],
    ['a={[one]}', [null]],
    ['b="a"', undefined],
    ['{...a}', undefined],
  ])('reads <One %s />', (written, value) => {
    expect(valueOf(componentsIn(parseMdx(`<One ${written} />`), 'One')[0]!, 'a')).toEqual(value);
  });
});

describe('textsIn(code)', () => {
  it('finds the texts that could be seen, and no names', () => {
    const [node] = parseMdx('{show(\'a\', ["b"], `c ${d} e`, <i>f</i>)}').children;
    expect(node?.type === 'mdxFlowExpression' && textsIn(node)).toEqual(['a', 'b', 'c ', ' e', 'f']);
  });
});

describe('importsIn(tree)', () => {
  it('finds what is imported, however it is laid out', () => {
    const tree = parseMdx(`${head}import One, {\n  two as Three,\n} from "x.mdx"\nimport 'y.css'\n\n${decoys}`);
    expect(importsIn(tree)).toEqual([
      { names: ['One', 'Three'], from: 'x.mdx' },
      { names: [], from: 'y.css' },
    ]);
  });
});

describe('figuresIn(tree) and statementsIn(tree)', () => {
  const tree = parseMdx(
    `import Late from "#content/figures/late.mdx"\nimport Shown from "#content/figures/masks.mdx"\nimport Term from '#components/prose/Term.astro'\n\n${decoys}\n\nIt is <Claim\n  show="x" id={'one'} />.\n\n## A part\n\n### Of it\n\n<Predict id="q" claim="two" />\n\n<Term id="three" />\n\n<Shown />\n\n## Again\n\n<Late />\n\n<Claim id="one" /> <Claim id="four" />`,
  );

  it('find the figures that a text shows, in its order', () => {
    expect(figuresIn(tree)).toEqual(['masks', 'late']);
  });

  it('find where each claim is stated first: in a sentence, by a question, in a caption', () => {
    const captions: Record<string, string> = {
      masks: 'So it is: <Claim id="five" /> and <Claim id="four" />.',
      late: '',
    };
    const statements = statementsIn(tree, (figure) => parseMdx(captions[figure]!));
    expect(statements.map(({ claim, section, anchor }) => [claim, section?.id, anchor])).toEqual([
      ['one', undefined, 'claim-one'],
      ['two', 'a-part', 'predict-q'],
      ['five', 'a-part', 'figure-masks'],
      ['four', 'a-part', 'figure-masks'],
    ]);
  });
});
