import { describe, expect, it } from 'vitest';
import { authored, faceOf } from '../../src/gallery/face.ts';

const lamp = `---
import './lamp.css';

/** Lights what stands
 * inside, with \`id\`. */
interface Props {
  /** Its name. */
  id: string;
  /** How bright. */
  watts?: 40 | 60;
  /** Where it is found. The step says so. @internal */
  place: string;
  // Not a docstring.
  shades?: readonly (string | { readonly say: string })[];
}
const { id, watts = 40, place } = Astro.props;
---

<div id={id}><slot /><slot name="caption" /></div>
`;

describe('faceOf(path, read)', () => {
  it('reads what a component takes from its own source', () => {
    const { text, props, slots } = faceOf('components/a/Lamp.astro', () => lamp);
    expect(text).toBe('Lights what stands\ninside, with `id`.');
    expect(slots).toEqual(['', 'caption']);
    const rest = { isOptional: false, fallback: undefined, isInternal: false, text: '' };
    expect(props).toEqual([
      { ...rest, name: 'id', type: 'string', text: 'Its name.' },
      { ...rest, name: 'watts', type: '40 | 60', isOptional: true, fallback: '40', text: 'How bright.' },
      { ...rest, name: 'place', type: 'string', isInternal: true, text: 'Where it is found. The step says so.' },
      { ...rest, name: 'shades', type: 'readonly (string | { readonly say: string })[]', isOptional: true },
    ]);
  });

  it('follows props that are handed on whole, without those that are given', () => {
    const sources: Record<string, string> = {
      'components/a/Lamp.astro': lamp,
      'components/b/Desk.astro': `---\nimport Lamp from '../a/Lamp.astro';\n---\n<Lamp id="x" {...Astro.props} />`,
    };
    const { props } = faceOf('components/b/Desk.astro', (path) => sources[path]!);
    expect(props.map(({ name }) => name)).toEqual(['watts', 'place', 'shades']);
  });

  it('knows of no slots where their names are computed', () => {
    expect(faceOf('a.astro', () => '<p set:html={Astro.slots.render(name)} />').slots).toBe(undefined);
  });

  it('finds nothing to take where nothing is read', () => {
    expect(faceOf('a.astro', () => '---\n/** Counts. */\n---\n<p></p>')).toEqual({
      text: 'Counts.',
      props: [],
      slots: [],
    });
  });
});

describe('authored(sources)', () => {
  it('leaves out what other components are made of, and figures', () => {
    const desk = `---\nimport Lamp from '../a/Lamp.astro';\n---\n`;
    const sources = {
      'components/a/Lamp.astro': lamp,
      'components/b/Desk.astro': desk,
      'components/figures/c/C.astro': '',
    };
    expect(authored(sources)).toEqual(['components/b/Desk.astro']);
  });
});
