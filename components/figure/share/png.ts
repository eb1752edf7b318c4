import { say } from '../../say.ts';

/** Pixels of the picture to one of the page. */
const density = 2;

/** A drawing as a picture, with the page's fonts in it: a picture is painted where no page gives it any. */
export async function pngOf(drawing: SVGSVGElement): Promise<Blob> {
  const fonts = document.createElementNS(drawing.namespaceURI, 'style');
  fonts.textContent = (await fontsOf(drawing)).join('');
  drawing.prepend(fonts);
  const address = URL.createObjectURL(
    new Blob([new XMLSerializer().serializeToString(drawing)], { type: 'image/svg+xml' }),
  );
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const [width, height] = ['width', 'height'].map((name) => density * Number(drawing.getAttribute(name)));
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error(say('noPicture'));
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The rules of those fonts of the page that a drawing is set in, each with its file inside. */
async function fontsOf(drawing: SVGSVGElement): Promise<string[]> {
  const named = [drawing, ...drawing.querySelectorAll('[font-family]')]
    .map((element) => element.getAttribute('font-family'))
    .join();
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => named.includes(style.getPropertyValue('font-family').replaceAll(/["']/g, '')));
  return Promise.all(
    rules.map(async ({ cssText, parentStyleSheet }) => {
      const address = /url\("?([^")]+)"?\)/.exec(cssText)?.[1];
      if (address === undefined) return '';
      const answer = await fetch(new URL(address, parentStyleSheet?.href ?? location.href));
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const packed = btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
      return cssText.replace(address, `data:font/woff2;base64,${packed}`);
    }),
  );
}
