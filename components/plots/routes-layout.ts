/** Narrower than this the sentence runs down the page. */
const roomForRow = 560;
export const wordSize = 14;

/**
 * Where things stand in a drawing of a sentence that runs across the page or, where there is
 * no room for that, down it. A place is given along the sentence, in words counted from 0, and
 * away from it in pixels: positive on attention's side, negative on the recurrence's.
 */
export function layoutOf(words: readonly string[], width: number) {
  const last = Math.max(1, words.length - 1);
  if (width >= roomForRow) {
    const pitch = width / words.length;
    const reach = Math.min(190, width * 0.28);
    const base = reach + 34;
    return {
      row: true,
      pitch,
      height: base + 150,
      state: -86,
      near: 16,
      far: -16,
      rise: (distance: number) => 14 + (reach - 14) * (distance / last),
      place: (along: number, away: number): [number, number] => [(along + 0.5) * pitch, base - away],
      area: (word: number) => ({ x: word * pitch, y: base - 24, width: pitch, height: 174 }),
    };
  }
  const pitch = 44;
  const left = 90;
  const top = 34;
  const letters = Math.max(...words.map((word) => [...word].length));
  const near = letters * wordSize * 0.56 + 8;
  return {
    row: false,
    pitch,
    height: words.length * pitch + 40,
    state: -48,
    near,
    far: -8,
    rise: (distance: number) => 12 + (width - left - near - 26) * (distance / last),
    place: (along: number, away: number): [number, number] => [left + away, top + (along + 0.5) * pitch],
    area: (word: number) => ({ x: 0, y: top + word * pitch, width: left + near, height: pitch }),
  };
}
