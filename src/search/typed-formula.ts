/** What only spaces and groups in TeX: sizes and fonts of what follows, rows of several formulas. */
const layout =
  /\\(?:begin|end)\{\w+\}|\\\\(?:\[[\w.]+\])?|\\(?:left|right|[bB]igg?[lr]?|operatorname|text|math\w+|q?quad|[td]?frac)(?![a-z])|\\[,;:! ]|&(?:amp|#x26);/g;

/** A formula as a reader would type it: its TeX, as it stands in HTML, without backslashes, braces and what only spaces it. */
export function typedFormula(tex: string): string {
  return tex
    .replace(layout, ' ')
    .replace(/\^\{?\\top\}?/g, '^T')
    .replace(/\{(\w)\}/g, '$1')
    .replace(/\\[{}|]|\}\s*\{|\\(?=[a-z])|(?<=\\[a-z]+)\{/gi, ' ')
    .replace(/[\\{}]/g, '')
    .replace(/\b([A-Z]) +(?=[A-Z]\b)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
