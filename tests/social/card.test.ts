import { parseHTML } from 'linkedom';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cardOf, pictureOf } from '../../src/social/card.ts';
import { plainColour } from '../../src/social/colours.ts';
import { widthOf } from '../../src/social/letters.ts';

const said = {
  site: 'A site',
  title: 'A title',
  description: 'What it is of, in a sentence that needs several lines.',
};
const svg = `<svg viewBox="0 0 200 200" fill="currentColor" font-size="10" text-anchor="middle"><rect width="9" height="9" fill="color-mix(in oklab, var(--heat-high) 40%, var(--heat-low))"></rect><text x="50" y="2em" fill="light-dark(#000, #fff)">query ↓ √d<tspan dx="9" fill="var(--key)">key</tspan></text></svg>`;
const drawing = (): Element => parseHTML(svg).document.querySelector('svg')!;

describe('plainColour(written)', () => {
  it('mixes as a browser does, and says in numbers what the page has a name for', () => {
    expect(plainColour('color-mix(in oklab, #ffffff 50%, #000000)')).toBe('#636363');
    expect(plainColour('color-mix(in oklab, #2f1065 100.0%, #f7f4fb)')).toBe('#2f1065');
    expect(plainColour('color-mix(in oklab, #2f1065 0.0%, #f7f4fb)')).toBe('#f7f4fb');
    expect(plainColour('color-mix(in oklab, var(--weight) 26%, transparent)')).toBe('rgba(95, 52, 160, 0.260)');
    expect(plainColour('light-dark(#000, #fff)')).toBe('#000');
    expect(plainColour('currentColor')).toBe(plainColour('var(--ink)'));
    expect(plainColour('none')).toBe('none');
  });
});

describe('cardOf(said, drawing)', () => {
  it('needs neither a typeface nor a style sheet to be painted', () => {
    const card = cardOf(said, drawing());
    expect(card).not.toMatch(/<text|font|var\(|color-mix|light-dark|currentColor/);
    // A letter that the page's typeface lacks is another's.
    expect(widthOf('↓', 'sans', 10)).toBeGreaterThan(0);
  });

  it('is the same picture at each build, of the size that is asked for', async () => {
    const [one, other] = await Promise.all([drawing(), drawing()].map((each) => pictureOf(cardOf(said, each))));
    expect(one!.equals(other!)).toBe(true);
    expect(await sharp(one).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    const without = await pictureOf(cardOf(said, undefined));
    expect(without.equals(one!)).toBe(false);
  });
});
