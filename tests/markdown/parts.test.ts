import { compile } from '@mdx-js/mdx';
import type { PluggableList } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { conceptsIn } from '../../src/concepts.ts';
import { lengthOf } from '../../src/length.ts';
import { parseMdx } from '../../src/markdown/mdx.ts';
import { remarkExercises } from '../../src/markdown/exercises.ts';
import { remarkListings } from '../../src/markdown/listings.ts';
import { remarkParts } from '../../src/markdown/parts.ts';
import { rehypePredict } from '../../src/markdown/predict.ts';
import { remarkProps } from '../../src/markdown/props.ts';
import { remarkShown } from '../../src/markdown/shown.ts';
import { rehypeTerms } from '../../src/markdown/terms.ts';

async function make(text: string): Promise<string> {
  const remarkPlugins: PluggableList = [remarkParts, remarkProps, remarkShown, remarkListings, remarkExercises];
  const file = new VFile({ value: text, path: `${process.cwd()}/content/lessons/attention/code.mdx` });
  return String(await compile(file, { jsx: true, remarkPlugins, rehypePlugins: [rehypeTerms, rehypePredict] }));
}

describe('a component is what the text imports under its name', () => {
  it.each(['Shown', 'Listing', 'CodeTabs', 'Exercise', 'Term', 'Predict'])(
    'another component by the name of %s is left alone',
    async (name) => {
      const made = await make(`import ${name} from './mine.tsx'\n\n<${name} anything="goes" />`);
      expect(made).toContain(`<${name} anything="goes" />`);
    },
  );

  it('one of ours under another name is checked as it is', async () => {
    await expect(make('import T from \'#components/prose/Term.astro\'\n\nA <T id="qery">b</T>.')).rejects.toThrow(
      'code.mdx:3:3: <Term id="qery"> names no concept.',
    );
    await expect(
      make('import Ask from \'#components/prose/predict/Predict.astro\'\n\n<Ask id="a" ask="b">c</Ask>'),
    ).rejects.toThrow('<Predict id="a"> needs one of options');
  });

  it('so it is for what reads the source of a chapter', () => {
    const text = (from: string): string =>
      `import Term from '${from}'\nimport Exercise from '${from}'\n\n## A\n\n<Term id="query">a</Term>\n\n<Exercise />`;
    expect([...conceptsIn(parseMdx(text('./mine.tsx'))).keys()]).toEqual([]);
    expect(lengthOf(text('./mine.tsx')).exercises).toBe(0);
    const ours = 'import T from \'#components/prose/Term.astro\'\n\n## A\n\n<T id="query">a</T>';
    expect([...conceptsIn(parseMdx(ours)).keys()]).toEqual(['query']);
  });
});
