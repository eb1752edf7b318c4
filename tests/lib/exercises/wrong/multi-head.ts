import type { Wrong } from './wrong.ts';

const attend = `
function attend(Q: number[][], K: number[][], V: number[][], d = Q[0].length): number[][] {
  return Q.map((query) => mix(softmax(K.map((key) => dot(query, key) / Math.sqrt(d))), V));
}
const columns = (X: number[][], from: number, to: number): number[][] => X.map((row) => row.slice(from, to));
`;

export const wrong: readonly Wrong[] = [
  {
    mistake: 'has one head whatever it is asked for',
    source: `${attend}
function multiHead(Q, K, V, heads) {
  return attend(Q, K, V);
}`,
    fails: 'two heads of two features',
    sentence: /^The numbers differ, first in row 1, column 1: /,
  },
  {
    mistake: 'divides by the root of all features',
    source: `${attend}
function multiHead(Q, K, V, heads) {
  const all = Q[0].length;
  const parts = Array.from({ length: heads }, (_, h) => {
    const [q, k, v] = [Q, K, V].map((X) => columns(X, (h * X[0].length) / heads, ((h + 1) * X[0].length) / heads));
    return attend(q, k, v, all);
  });
  return Q.map((_, i) => parts.flatMap((part) => part[i]));
}`,
    fails: 'two heads of two features',
    sentence: /^The numbers differ, first in row 1, column 1: /,
  },
  {
    mistake: 'gives each head every second feature',
    source: `${attend}
function multiHead(Q, K, V, heads) {
  const part = (X, h) => X.map((row) => row.filter((_, f) => f % heads === h));
  const parts = Array.from({ length: heads }, (_, h) => attend(part(Q, h), part(K, h), part(V, h)));
  return Q.map((_, i) => parts.flatMap((each) => each[i]));
}`,
    fails: 'two heads of two features',
    sentence: /^The numbers differ, first in row 1, column 1: /,
  },
  {
    mistake: 'takes the mean of the heads in place of joining them',
    source: `${attend}
function multiHead(Q, K, V, heads) {
  const d = Q[0].length / heads;
  const parts = Array.from({ length: heads }, (_, h) =>
    attend(columns(Q, h * d, h * d + d), columns(K, h * d, h * d + d), columns(V, h * d, h * d + d)),
  );
  return Q.map((_, i) => parts[0][i].map((_, f) => parts.reduce((sum, part) => sum + part[i][f], 0) / heads));
}`,
    fails: 'two heads of two features',
    sentence: 'The shape is (3, 2). Expected is (3, 4).',
  },
  {
    mistake: 'stacks the heads below one another',
    source: `${attend}
function multiHead(Q, K, V, heads) {
  const d = Q[0].length / heads;
  return Array.from({ length: heads }, (_, h) =>
    attend(columns(Q, h * d, h * d + d), columns(K, h * d, h * d + d), columns(V, h * d, h * d + d)),
  ).flat();
}`,
    fails: 'two heads of two features',
    sentence: 'The shape is (6, 2). Expected is (3, 4).',
  },
  {
    mistake: 'cuts values as wide as keys',
    source: `${attend}
function multiHead(Q, K, V, heads) {
  const d = Q[0].length / heads;
  const parts = Array.from({ length: heads }, (_, h) =>
    attend(columns(Q, h * d, h * d + d), columns(K, h * d, h * d + d), columns(V, h * d, h * d + d)),
  );
  return Q.map((_, i) => parts.flatMap((part) => part[i]));
}`,
    fails: 'values wider than keys',
    sentence: 'The shape is (3, 4). Expected is (3, 6).',
  },
  {
    mistake: 'goes through the keys as if there were as many as queries',
    source: `${attend}
function multiHead(Q, K, V, heads) {
  const parts = Array.from({ length: heads }, (_, h) => {
    const [q, k, v] = [Q, K, V].map((X) => columns(X, (h * X[0].length) / heads, ((h + 1) * X[0].length) / heads));
    return attend(q, q.map((_, j) => k[j]), q.map((_, j) => v[j]));
  });
  return Q.map((_, i) => parts.flatMap((part) => part[i]));
}`,
    fails: 'four keys for two queries',
    sentence: /^The numbers differ, first in row 1, column 1: /,
  },
  {
    mistake: 'knows two heads only',
    source: `${attend}
function multiHead(Q, K, V, heads) {
  if (heads === 1) return attend(Q, K, V);
  const half = (X, h) => columns(X, (h * X[0].length) / 2, ((h + 1) * X[0].length) / 2);
  const [left, right] = [0, 1].map((h) => attend(half(Q, h), half(K, h), half(V, h)));
  return left.map((row, i) => [...row, ...right[i]]);
}`,
    fails: 'four heads',
    sentence: /^The numbers differ, first in row 1, column 1: /,
  },
];
