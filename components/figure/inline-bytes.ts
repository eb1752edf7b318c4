/** The bytes of a file that was imported with `?inline`: a data URL in base64. */
export function inlineBytes(url: string): Uint8Array {
  return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
}
