import { expect, test } from 'vitest';
import { nearPage } from '../src/near-page.ts';

const known = ['attention', 'attention/code', 'attention/academic', 'claims', 'embed/masks'].map((path) => ({
  href: `/x/${path}/`,
  title: path,
}));

test.each([
  ['/x/atention/code/', 'attention/code'],
  ['/x/Attention/Code', 'attention/code'],
  ['/x/attention/code.html', 'attention/code'],
  ['/x/attention/index.html', 'attention'],
  ['/x/attention/academics/', 'attention/academic'],
  ['/x/embed/mask', 'embed/masks'],
  ['/x/claim', 'claims'],
])('%s may have meant %s', (path, meant) => {
  expect(nearPage(path, known)?.title).toBe(meant);
});

test.each(['/x/', '/x/nothing/of/this/kind/', '/x/%E4%BD%A0%E5%A5%BD/', '/x/%zz%/'])('%s is near no page', (path) => {
  expect(nearPage(path, known)).toBeUndefined();
});
