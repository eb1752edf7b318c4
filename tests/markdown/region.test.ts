import { describe, expect, it } from 'vitest';
import { regionOf } from '../../src/markdown/region.ts';

const source = `import x;
// #region outer
function f() {
  // #region inner
  if (x) {
    y();
  }
  // #endregion inner
}
// #endregion outer
`;

describe('regionOf', () => {
  it('cuts out a region with its lines, without its markers and its indentation', () => {
    expect(regionOf(source, 'inner')).toEqual({ code: 'if (x) {\n  y();\n}', first: 5, last: 7 });
  });

  it('leaves out the markers of regions inside', () => {
    expect(regionOf(source, 'outer')).toEqual({
      code: 'function f() {\n  if (x) {\n    y();\n  }\n}',
      first: 3,
      last: 9,
    });
  });

  it('shows the whole file where no region is named', () => {
    expect(regionOf('a\nb\n')).toEqual({ code: 'a\nb', first: 1, last: 2 });
  });

  it('reads the markers of Python', () => {
    expect(regionOf('# region dot\nx = 1\n# endregion dot\n', 'dot').code).toBe('x = 1');
  });

  it('says which regions there are', () => {
    expect(() => regionOf(source, 'third')).toThrow('has no region "third". It has: outer, inner.');
    expect(() => regionOf('a', 'third')).toThrow('has no region "third". It has none.');
  });

  it('refuses a region that is not closed, is there twice, or shows nothing', () => {
    expect(() => regionOf('// #region a\nx', 'a')).toThrow('must open and close the region "a" once each');
    expect(() => regionOf(`${source}${source}`, 'inner')).toThrow('must open and close');
    expect(() => regionOf('// #region a\n\n// #endregion a', 'a')).toThrow('shows nothing in the region "a"');
  });
});
