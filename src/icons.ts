import sharp from 'sharp';
import drawn from './layouts/icon.svg?raw';

/** The site's icon as a PNG of some pixels a side. */
export function iconOf(size: number): Promise<Buffer> {
  return sharp(Buffer.from(drawn), { density: (72 * size) / 32 })
    .resize(size, size)
    .png()
    .toBuffer();
}

/**
 * A PNG as the one picture of an .ico file.
 *
 * @param size Its pixels a side, under 256.
 */
export function icoOf(png: Uint8Array, size: number): Uint8Array {
  const head = new DataView(new ArrayBuffer(22));
  head.setUint16(2, 1, true); // an icon
  head.setUint16(4, 1, true); // of one picture
  head.setUint8(6, size);
  head.setUint8(7, size);
  head.setUint16(10, 1, true); // colour planes
  head.setUint16(12, 32, true); // bits a pixel
  head.setUint32(14, png.length, true);
  head.setUint32(18, head.byteLength, true);
  return new Uint8Array([...new Uint8Array(head.buffer), ...png]);
}
