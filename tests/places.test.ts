import { describe, expect, it } from 'vitest';
import { placeFaults, sameIdea, type Places } from '../src/places.ts';

const folder = 'content/lessons/bread';
const plain = { register: 'plain', source: '## Flour\n\n### Kinds\n\n## Water' };
const code = { register: 'code', source: '---\ntitle: One\n---\n\n## `mix(flour)`\n\n```md\n## Salt\n```' };
const places: Places = [
  { plain: 'flour', code: 'mixflour' },
  { plain: 'water', code: 'mixflour' },
];
const faults = (given?: Places, tellings = [plain, code]): string =>
  placeFaults(folder, tellings, given, [], JSON.stringify(given, null, 1)).join('\n');

describe('placeFaults(folder, tellings, places)', () => {
  it('finds nothing where every section has its place', () => {
    expect(faults(places)).toBe('');
  });
  it('finds an anchor that is not there, be it a subsection or one in a listing', () => {
    expect(faults([...places, { plain: 'kinds' }])).toBe(
      `${folder}/places.ts:11:13: Here #kinds is named, and plain.mdx has no such section. It has: #flour, #water.`,
    );
    expect(faults([...places, { code: 'salt' }])).toBe(
      `${folder}/places.ts:11:12: Here #salt is named, and code.mdx has no such section. It has: #mixflour.`,
    );
  });
  it('finds a section that no place names', () => {
    expect(faults(places.slice(0, 1))).toBe(
      `${folder}/places.ts does not name #water of plain.mdx: say which idea it tells.`,
    );
  });
  it('finds a register that is not there', () => {
    expect(faults([...places, { academic: 'flour' }])).toBe(
      `${folder}/places.ts:11:4: Here academic is named, and there is no ${folder}/academic.mdx.`,
    );
  });
  it('asks for places where there are registers to switch between, and not where there is one', () => {
    expect(faults(undefined)).toMatch(/^content\/lessons\/bread is told in 2 registers and has no places\.ts\./);
    expect(faults(undefined, [plain])).toBe('');
  });
});

describe('sameIdea(places, from, to)', () => {
  it('leads each section to the first place that names it', () => {
    expect(sameIdea(places, 'plain', 'code')).toEqual({ flour: 'mixflour', water: 'mixflour' });
    expect(sameIdea(places, 'code', 'plain')).toEqual({ mixflour: 'flour' });
  });
  it('leads nowhere from a chapter without places', () => {
    expect(sameIdea(places, 'index', 'plain')).toEqual({});
  });
});
