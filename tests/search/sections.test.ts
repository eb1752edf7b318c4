import { expect, it } from 'vitest';
import { sectionsOf } from '../../src/search/sections.ts';

const page = (attributes: string) => `<!doctype html><html lang="en" dir="ltr"><body><nav>Elsewhere</nav><main>
<article class="chapter" ${attributes}>
<h1 id="text">Bread</h1><p>Before.</p>
<h2 id="flour" tabindex="-1">Flour</h2><p>One.</p><figure><h3 class="title" id="figure-a-title">A loaf</h3></figure>
<dl><dt>grain</dt><dd>rye</dd></dl>
<div class="entry" id="mill"><h3>mill</h3><p><math><annotation encoding="x">\\sqrt{d_K}</annotation></math></p></div>
</article></main><footer>Below</footer></body></html>`;

it('cuts a page at what can be led to, each part under its own heading', () => {
  const sections = sectionsOf('/bread/', page('data-found-as="Baking · Bread"'));
  expect(sections.map(({ url }) => url)).toEqual(['/bread/', '/bread/#flour', '/bread/#mill']);
  const [first, flour, mill] = sections.map(({ html }) => html);
  expect(first).toMatch(/<html lang="en">.*data-page="Baking · Bread"/);
  expect(first).toContain('<h1 id="text">Bread</h1><p>Before.</p>');
  expect(flour).toContain('<h1 id="flour" tabindex="-1">Flour</h1>');
  // A figure is told in its section, and a name stands apart from what follows.
  expect(flour).toContain('A loaf');
  expect(flour).toContain('grain </dt>');
  expect(mill).toContain('<h1>mill</h1>');
  expect(mill).toMatch(/> sqrt d_K <\/annotation>/);
  expect(sections.map(({ html }) => html).join('')).not.toMatch(/Elsewhere|Below/);
});

it('leaves out a page that does not say what it is called', () => {
  expect(sectionsOf('/bread/', page(''))).toEqual([]);
});

it('counts the words of a page for less where it says so, those of headings too', () => {
  const [, flour] = sectionsOf('/bread/', page('data-found-as="Bread" data-found-weight="0.4"'));
  expect(flour!.html).toContain(
    '<body data-pagefind-meta="page[data-page]" data-page="Bread" data-pagefind-weight="0.4">',
  );
  expect(flour!.html).toContain('<h1 data-pagefind-weight="0.4" id="flour"');
});
