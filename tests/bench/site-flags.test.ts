import { describe, expect, it } from 'vitest';
import { asked, readSiteFlags } from './site-flags.ts';

describe('the flags of the site’s bench', () => {
  it('are three runs on desk and phone where none is given', () => {
    expect(readSiteFlags([])).toEqual({
      dist: undefined,
      beside: undefined,
      json: undefined,
      only: undefined,
      runs: 3,
      throttles: [1, 4],
    });
  });

  it('name folders, a file, a page, the runs and the rate', () => {
    const flags = [
      '--dist',
      'a',
      '--beside',
      'b',
      '--json',
      'c.json',
      '--only',
      'code',
      '--runs',
      '5',
      '--throttle',
      '4',
    ];
    expect(readSiteFlags(flags)).toEqual({
      dist: 'a',
      beside: 'b',
      json: 'c.json',
      only: 'code',
      runs: 5,
      throttles: [4],
    });
  });

  it('measure each rate once, the desk first', () => {
    expect(readSiteFlags(['--throttle', '4,1,4']).throttles).toEqual([1, 4]);
  });

  it.each([
    [['--runs', '0'], /--runs takes/],
    [['--runs', '1.5'], /--runs takes/],
    [['--runs', ''], /--runs takes/],
    [['--throttle', '0.5'], /--throttle takes/],
    [['--throttle', '1,'], /--throttle takes/],
    [['--throttle', 'fast'], /--throttle takes/],
    [['--dist'], /--dist/],
    [['--nonsense'], /--nonsense/],
    [['academic'], /academic/],
  ])('are refused where they cannot be read: %s', (flags, message) => {
    expect(() => readSiteFlags(flags)).toThrow(message);
  });
});

describe('the pages asked for', () => {
  const pages = ['/', '/attention/', '/attention/code/'];

  it.each([
    [undefined, pages],
    ['/', ['/']],
    ['/attention/', ['/attention/']],
    ['attention', ['/attention/', '/attention/code/']],
    ['code', ['/attention/code/']],
    ['nowhere', []],
  ])('are by --only %s', (only, found) => {
    expect(asked(pages, only)).toEqual(found);
  });
});
