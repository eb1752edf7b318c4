import { describe, expect, it } from 'vitest';
import { blocksOf, piecesOf, readDocstring } from '../../src/api/docstring.ts';

describe('readDocstring(comment)', () => {
  it('parts the text from the tags, also where several stand on one line', () => {
    const docstring = readDocstring(`/**
 * Mixes the values.
 *
 * @param Q (n, dK) @param K (m, dK), the keys
 *   that answer.
 * @returns (n, m)
 * @throws RangeError when shapes disagree.
 * @throws TypeError else.
 * @see Vaswani et al. 2017, eq. 1.
 */`);
    expect(docstring).toEqual({
      text: 'Mixes the values.',
      params: [
        { name: 'Q', text: '(n, dK)' },
        { name: 'K', text: '(m, dK), the keys\n  that answer.' },
      ],
      returns: '(n, m)',
      throws: ['RangeError when shapes disagree.', 'TypeError else.'],
      see: ['Vaswani et al. 2017, eq. 1.'],
    });
  });

  it('reads one line, and none', () => {
    expect(readDocstring('/** Before the first tile. */').text).toBe('Before the first tile.');
    expect(readDocstring('/** @throws RangeError unless it fits. */')).toMatchObject({
      text: '',
      throws: ['RangeError unless it fits.'],
    });
    expect(readDocstring('')).toEqual({ text: '', params: [], returns: undefined, throws: [], see: [] });
  });

  it('leaves an address with an @ in its text', () => {
    expect(readDocstring('/** Ask someone@example.org. */').text).toBe('Ask someone@example.org.');
  });
});

describe('blocksOf(text)', () => {
  it('parts paragraphs, and keeps lines that are set in', () => {
    expect(blocksOf('One\nline.\n\n    ∂V = Aᵀ ∂O\n      and so on\n\nAnother.')).toEqual([
      { text: 'One\nline.' },
      { lines: '∂V = Aᵀ ∂O\n  and so on' },
      { text: 'Another.' },
    ]);
  });
});

describe('piecesOf(text)', () => {
  it('tells code and links from what is plain', () => {
    expect(piecesOf('With {@link exponentialKernel}(1/√dK) it `is` attention.')).toEqual([
      ['text', 'With '],
      ['link', 'exponentialKernel'],
      ['text', '(1/√dK) it '],
      ['code', 'is'],
      ['text', ' attention.'],
    ]);
  });
});
