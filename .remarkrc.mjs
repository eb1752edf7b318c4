import remarkMath from 'remark-math';

/** Tells the linter that braces between dollars are TeX. The build has its own list, in astro.config.mjs. */
export default { plugins: [remarkMath] };
