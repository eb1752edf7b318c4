import type { Plane, PlaneArrow } from '../../plots/plane.ts';
import { books, ends, extent, type Place } from './library.ts';

/** The topics' plane with the question at a place in it. */
export function planeOf(at: Place): Plane {
  const keys = books.map(({ title, tags }): PlaneArrow => ({ kind: 'key', label: title, at: tags }));
  return {
    arrows: [...keys, { kind: 'query', label: 'question', at, movable: true }],
    extent,
    ends,
    labels: 'upright',
  };
}
