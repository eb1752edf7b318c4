import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../components/figure/share/csv.ts';

function tables(html: string): HTMLTableElement[] {
  return [
    ...parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.querySelectorAll('table'),
  ] as HTMLTableElement[];
}

describe('csvOf(tables)', () => {
  it('writes a line a row, under the caption', () => {
    const table =
      '<table><caption>Weights</caption><thead><tr><td></td><th>apple</th></tr></thead><tbody><tr><th>bank</th><td>0.27</td></tr></tbody></table>';
    expect(csvOf(tables(table))).toBe('Weights\r\n,apple\r\nbank,0.27\r\n');
  });
  it('writes a minus that spreadsheets read, and quotes what would break a line', () => {
    const table = '<table><tr><td>−0.5</td><td>−∞</td><td>1,024</td><td>say "no"</td><td>a − b</td></tr></table>';
    expect(csvOf(tables(table))).toBe('-0.5,-∞,"1,024","say ""no""",a − b\r\n');
  });
  it('leaves a line between tables', () => {
    expect(csvOf(tables('<table><tr><td>1</td></tr></table><table><tr><td>2</td></tr></table>'))).toBe(
      '1\r\n\r\n2\r\n',
    );
  });
});
