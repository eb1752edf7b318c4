import { describe, expect, it } from 'vitest';
import { shelf, type Shelf } from '../../components/plots/shelf.ts';
import { expectDrawing, surface } from './snapshot.ts';

const data: Shelf = {
  books: [
    { title: 'Orchards', fit: 3.13, weight: 0.75, pages: [60, 40] },
    { title: 'Rivers', fit: -2.33, weight: 0.25, pages: [20, 80] },
  ],
  subjects: ['plants', 'water'],
  answer: [50, 50],
  sum: 1,
};
const number = (shape: Element, name: string): number => Number(shape.getAttribute(name));

describe('shelf(data, surface)', () => {
  it('draws a column a book, and an answer a subject', async () => {
    const svg = shelf(data, surface(344));
    expect(svg.querySelectorAll('.book')).toHaveLength(2);
    expect(svg.querySelectorAll('.pages')).toHaveLength(4);
    expect(svg.querySelectorAll('.answer')).toHaveLength(2);
    expect(svg.textContent).toContain('−2.33');
    await expectDrawing(svg, 'shelf');
  });

  it('draws weights to one scale', () => {
    const [first, second] = [...shelf(data, surface(344)).querySelectorAll('.weight')].map((bar) =>
      number(bar, 'height'),
    );
    expect(first).toBeCloseTo(3 * second!, 0);
  });

  it('lets the top of each answer lie in the band of its subject', () => {
    const svg = shelf(data, surface(344));
    const bands = [...svg.querySelectorAll('.span')];
    svg.querySelectorAll('.answer').forEach((answer, subject) => {
      const [top, band] = [number(answer, 'y'), bands[subject]!];
      expect(top).toBeGreaterThan(number(band, 'y'));
      expect(top).toBeLessThan(number(band, 'y') + number(band, 'height'));
    });
  });

  it('sets smaller figures where columns are narrow', () => {
    const size = (width: number): number => {
      const books = Array.from({ length: 6 }, () => data.books[0]!);
      return number(shelf({ ...data, books }, surface(width)).querySelector('.book text:nth-of-type(2)')!, 'font-size');
    };
    expect(size(344)).toBeGreaterThan(size(280));
  });
});
