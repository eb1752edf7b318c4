/** Circles, those of types too, which the linter's rule does not follow, and packages that are not ours to use. The linter in turn reads what this cannot: .astro and .mdx. */
export default {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'Two files that need each other are one, or share a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-named',
      severity: 'error',
      comment: 'A package that came by way of another may leave with it: name it in package.json.',
      // The bench has a package.json of its own, and uses what the tests have.
      from: { pathNot: '^tests/bench/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|[.]astro|[.]cache|broken-[^/]+)/' },
    tsPreCompilationDeps: true,
  },
};
