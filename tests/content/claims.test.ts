import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { claims } from '../../lib/claims/index.ts';
import { parseMdx } from '../../src/markdown/mdx.ts';
import { statementsIn } from '../../src/markdown/mentions.ts';

const read = (path: string) => parseMdx(readFileSync(path, 'utf8'));
const caption = (figure: string) => `content/figures/${figure}.mdx`;

describe('the list of claims', () => {
  it('has none that no chapter states, in its text or under a figure that it shows', () => {
    const chapters = globSync('content/lessons/*/*.mdx').map(read);
    const stated = new Set(
      chapters.flatMap((tree) => statementsIn(tree, (figure) => read(caption(figure)))).map(({ claim }) => claim),
    );
    expect(claims.map(({ id }) => id).filter((id) => !stated.has(id))).toEqual([]);
  });

  it('is introduced by what holds of it, and not as every number there is', () => {
    const page = readFileSync('content/claims.mdx', 'utf8');
    expect(page).toContain(
      'Each number below is stated in a chapter or in the caption of a figure that a chapter shows',
    );
    expect(page).not.toMatch(/every number/i);
  });
});
