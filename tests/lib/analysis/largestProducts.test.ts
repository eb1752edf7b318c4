import { expect, it } from 'vitest';
import { largestProducts } from '../../../lib/analysis/largestProducts.ts';

const products = [1, -5, 3, 0.5].map((product) => ({ product }));

it('largestProducts(all, terms) ranks by size, whatever the sign, and sums the rest', () => {
  expect(largestProducts(products, 2)).toEqual({
    largest: [{ product: -5 }, { product: 3 }],
    rest: { count: 2, sum: 1.5 },
  });
});
it('largestProducts(all, terms) leaves no rest where it names them all', () => {
  expect(largestProducts(products, 9).rest).toEqual({ count: 0, sum: 0 });
});
