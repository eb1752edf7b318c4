import { describe, expect, it } from 'vitest';
import { conceptFaults, conceptsIn } from '../src/concepts.ts';
import { parseMdx } from '../src/markdown/mdx.ts';

const folder = 'content/lessons/bread';
const chapter = (register: string, ...ids: string[]) => ({
  register,
  source: `---\ntitle: One\n---\n\n## Flour\n\n${ids.map((id) => `A <Term id="${id}">word</Term>.`).join('\n\n')}\n`,
});
const faults = (tellings: ReturnType<typeof chapter>[], declared = ['key', 'mask']): string =>
  conceptFaults([{ folder, tellings }], declared).join('\n');

describe('conceptFaults(lessons, declared)', () => {
  it('finds nothing where every chapter tells every concept', () => {
    expect(faults([chapter('plain', 'key', 'mask'), chapter('code', 'mask', 'key', 'key')])).toBe('');
  });
  it('finds a register that does not tell what another does, and names it', () => {
    expect(faults([chapter('plain', 'key', 'mask'), chapter('code', 'key')])).toBe(
      `${folder}/code.mdx does not tell mask, which ${folder}/plain.mdx does: name it with <Term id="mask"> where it is told.`,
    );
  });
  it('finds a concept that is declared and told nowhere', () => {
    expect(faults([chapter('plain', 'key'), chapter('code', 'key')])).toBe(
      'content/concepts.ts declares mask, and no lesson tells it: no chapter has a <Term id="mask">.',
    );
  });
  it('finds one named before there is a section to lead to', () => {
    const early = { register: 'plain', source: 'A <Term id="key">word</Term>.\n\n## Flour\n' };
    expect(faults([early], ['key'])).toMatch(/^content\/lessons\/bread\/plain\.mdx names key before its first section/);
  });
  it('asks nothing of a site whose lessons name no concept', () => {
    expect(faults([chapter('plain')])).toBe('');
  });
  it('asks nothing of a chapter that names no concept beside others that do', () => {
    expect(faults([chapter('plain', 'key', 'mask'), chapter('practice'), chapter('code', 'key', 'mask')])).toBe('');
  });
  it('lets each lesson have concepts of its own', () => {
    expect(
      conceptFaults(
        [
          { folder, tellings: [chapter('plain', 'key')] },
          { folder: 'content/lessons/tea', tellings: [chapter('plain', 'mask')] },
        ],
        ['key', 'mask'],
      ),
    ).toEqual([]);
  });
});

it('conceptsIn(tree) finds the section of the first mention, be it in a table or a component', () => {
  const found = conceptsIn(
    parseMdx(
      '## Flour\n\n### Kinds\n\n<Aside>\n\nA <Term id="key">key</Term>.\n\n</Aside>\n\n## Water\n\n| a |\n|---|\n| <Term id="key">key</Term> <Term id="mask">mask</Term> |\n',
    ),
  );
  expect([...found].map(([id, section]) => [id, section?.id])).toEqual([
    ['key', 'flour'],
    ['mask', 'water'],
  ]);
});
