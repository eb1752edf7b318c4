import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/audit/facts.ts';

describe('factsOf(html)', () => {
  it('reads what a page asks for and what it carries, in one pass', () => {
    const facts = factsOf(
      `<head><style>a{}</style><link rel="canonical" href="https://example.org/"><link rel="stylesheet" href="/s.css">
      <script>if (a < b) "<p id='no'>"</script><script src="/s.js"></script></head>
      <figure id="figure-outer" class="wide figure"><figure id="figure-inner"><i data-concept="key">k</i></figure>
      <style>b{}</style><b data-concept="query" id="here">q</b></figure><u data-concept="mask">m</u><code-cell></code-cell>`,
    );
    expect(facts).toMatchObject({
      addresses: ['https://example.org/', '/s.css', '/s.js'],
      loaded: ['/s.css', '/s.js'],
      undescribed: [],
      concepts: [
        { name: 'key', figure: 'inner' },
        { name: 'query', figure: 'outer' },
        { name: 'mask', figure: undefined },
      ],
      figures: 1,
      cells: 1,
      scripts: ['/s.js'],
      styles: ['/s.css'],
      inlineScript: `if (a < b) "<p id='no'>"`,
      inlineStyle: 'a{}',
    });
    expect([...facts.ids]).toEqual(['figure-outer', 'figure-inner', 'here']);
  });
});
