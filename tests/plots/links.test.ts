import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { lightLinks, links } from '../../components/plots/links.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const draw = () =>
  links({ keys: 2, queries: 3, weights: [0.5, 0.5, 0, 1, 0.99, 0.01], thickest: 10 }, { document, width: 100 });
const paths = (svg: SVGSVGElement) => [...svg.querySelectorAll('path')];

describe('links', () => {
  test('draws a line for each weight that is worth one, as thick as the weight', () => {
    const drawn = paths(draw()).map((path) =>
      ['data-query', 'data-key', 'stroke-width'].map((name) => path.getAttribute(name)),
    );
    expect(drawn).toEqual([
      ['0', '0', '5'],
      ['0', '1', '5'],
      ['1', '1', '10'],
      ['2', '0', '9.9'],
    ]);
  });

  test('begins and ends where words in even rows have their middle', () => {
    expect(paths(draw()).at(-1)!.getAttribute('d')).toBe('M0,25C50,25 50,83.33 100,83.33');
  });

  test('lights one query and lays its lines on top', () => {
    const svg = draw();
    lightLinks(svg, 0);
    expect(paths(svg).map((path) => path.classList.contains('lit'))).toEqual([false, false, true, true]);
    lightLinks(svg, 1);
    const lit = paths(svg).filter((path) => path.classList.contains('lit'));
    expect(lit.map((path) => path.getAttribute('data-query'))).toEqual(['1']);
  });
});
