/** Circles, those of types too, which the linter's rule does not follow. It in turn reads what this cannot: .astro and .mdx. */
export default {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'Two files that need each other are one, or share a third.',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|dist|[.]astro|[.]cache|broken-[^/]+)/' },
    tsPreCompilationDeps: true,
  },
};
