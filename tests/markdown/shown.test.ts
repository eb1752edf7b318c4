import { compile } from '@mdx-js/mdx';
import remarkGfm from 'remark-gfm';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { remarkShown } from '../../src/markdown/shown.ts';

const make = async (text: string): Promise<string> => {
  const file = new VFile({ value: text, path: `${process.cwd()}/content/gallery.mdx` });
  return String(await compile(file, { jsx: true, remarkPlugins: [remarkGfm, remarkShown] }));
};

describe('<Shown>', () => {
  it('stands live, beside its own text to the letter and the imports that this needs', async () => {
    const made = await make(
      "import A from './A.astro';\nimport B from './B.astro';\n\n<Shown>\n\nSee *this* <A id=\"1\">a</A>.\n\n</Shown>\n",
    );
    expect(made).toContain('<Shown id="shown-1">');
    expect(made).toContain('<_components.em>{"this"}</_components.em>');
    const text = 'import A from \'./A.astro\';\n\nSee *this* <A id="1">a</A>.\n';
    expect(made).toContain(`<_components.code className="language-mdx">{${JSON.stringify(text)}}`);
  });

  it('lists what the component takes that it names, from its source', async () => {
    const made = await make('<Shown of="components/prose/Claim.astro">\n\nA.\n\n</Shown>\n');
    expect(made).toMatch(/"id".*"string".*", needed".*"Its name in ".*"lib\/claims\/"/s);
    expect(made).not.toContain('"first"');
  });

  it('stops the build where nothing stands in it', async () => {
    await expect(make('a\n\n<Shown />')).rejects.toThrow('content/gallery.mdx:3:1: <Shown> shows what stands inside');
  });
});
