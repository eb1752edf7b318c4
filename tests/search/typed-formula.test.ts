import { expect, it } from 'vitest';
import { setFormula } from '../../src/markdown/math.ts';
import { typedFormula } from '../../src/search/typed-formula.ts';

it.each([
  [String.raw`\softmax\!\left(\frac{\Q\K^{\top}}{\sqrt{\dK}}\right) \V`, 'softmax ( QK^T sqrt d_K ) V'],
  [String.raw`\Q \in \mathbb{R}^{n \times d_K}`, 'Q in R^n times d_K'],
  [
    String.raw`\operatorname{MultiHead}(X) = \bigl[ \outputs_1 \| \cdots \bigr] W_O`,
    'MultiHead(X) = [ O_1 cdots ] W_O',
  ],
  [
    String.raw`\begin{gathered} a_j = \exp s_j \\[0.6em] \{0, 1\}^n \qquad \sum_{j} a_j > 0 \end{gathered}`,
    'a_j = exp s_j 0, 1 ^n sum_j a_j &gt; 0',
  ],
])('%s is found by what a reader would type', (tex, typed) => {
  // As it stands in the page: macros of concepts in standard TeX, and what HTML would read as a tag is escaped.
  const [, annotation] = /<annotation[^>]*>([^<]*)/.exec(setFormula(tex, true))!;
  expect(typedFormula(annotation!)).toBe(typed);
});
