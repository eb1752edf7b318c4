import { describe, expect, it } from 'vitest';
import { embedAddress, embedCode } from '../../../components/figure/share/embed.ts';

const alone = 'https://example.org/x/embed/masks/';

describe('embedAddress(alone, state, wishes)', () => {
  it('is the figure alone at its state where nothing is wished', () => {
    expect(embedAddress(alone, '#masks.mask=window')).toBe(`${alone}#masks.mask=window`);
    expect(embedAddress(alone, '', { theme: '' })).toBe(alone);
  });

  it('says theme and controls before the state, and that none stays', () => {
    expect(embedAddress(alone, '#sentence=a+b', { theme: 'dark', controls: ['layer', 'head'] })).toBe(
      `${alone}?theme=dark&controls=layer,head#sentence=a+b`,
    );
    expect(embedAddress(alone, '', { controls: [] })).toBe(`${alone}?controls=`);
  });
});

describe('embedCode(address, title, height)', () => {
  const code = embedCode(`${alone}?theme=dark#a=1&b=2`, 'Q & “A” "so"', 640);

  it('is a frame and one line of script, its texts escaped', () => {
    expect(code.split('\n')).toHaveLength(2);
    expect(code).toContain(`src="${alone}?theme=dark#a=1&amp;b=2"`);
    expect(code).toContain('title="Q &amp; “A” &quot;so&quot;"');
    expect(code).toContain('height="640"');
  });

  it('has a line that sizes its own frames by their own word, a number, and hears nobody else', () => {
    const script = /<script>(.*)<\/script>/.exec(code)![1]!;
    let hear: (event: unknown) => void = () => {};
    const [own, foreign] = [`${alone}?theme=dark`, 'https://elsewhere.org/embed/'].map((src) => ({
      src,
      contentWindow: {},
      height: '640' as unknown,
    })) as [
      { src: string; contentWindow: object; height: unknown },
      { src: string; contentWindow: object; height: unknown },
    ];
    new Function('addEventListener', 'document', script)((_: string, listener: typeof hear) => (hear = listener), {
      querySelectorAll: () => [own, foreign],
    });
    for (const data of [null, undefined, 'x', {}, { height: '900' }, { height: NaN }, { height: Infinity }])
      hear({ source: own.contentWindow, data });
    hear({ source: {}, data: { height: 900 } });
    hear({ source: foreign.contentWindow, data: { height: 900 } });
    expect([own.height, foreign.height]).toEqual(['640', '640']);
    hear({ source: own.contentWindow, data: { height: 512.4 } });
    expect([own.height, foreign.height]).toEqual([513, '640']);
  });
});
