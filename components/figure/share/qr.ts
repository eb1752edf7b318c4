import { encode } from 'uqr';
import { say } from '../../say.ts';
import { make } from './make.ts';

/** Light modules around the code, as its standard asks. */
const quiet = 4;

/**
 * A text as a QR code, black on white in every theme: readers of codes expect it so.
 *
 * @throws Error with a sentence for the reader where the text is too long for any.
 */
export function qrOf(text: string): SVGSVGElement {
  const { size, data } = encoded(text);
  const svg = make('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${size} ${size}`,
    width: 6 * size,
    height: 6 * size,
    role: 'img',
    'aria-label': say('qr', { link: text }),
    'shape-rendering': 'crispEdges',
  }) as SVGSVGElement;
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  svg.append(make('rect', { width: size, height: size, fill: '#fff' }), make('path', { d: dark.join('') }));
  return svg;
}

function encoded(text: string): { readonly size: number; readonly data: readonly (readonly boolean[])[] } {
  try {
    return encode(text, { border: quiet });
  } catch (cause) {
    throw new Error(say('qrTooLong', { count: text.length }), { cause });
  }
}
