/** One example in ten is kept out of all training, by a checksum of its words (FNV-1a, 32 bits). */
export function isHeldOut(words: readonly string[]): boolean {
  let hash = 0x811c9dc5;
  for (const letter of words.join(' ')) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return hash % 10 === 0;
}
