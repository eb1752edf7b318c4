import type { Plugin } from 'vite';

/** KaTeX offers each font in three formats; every browser this site supports reads the smallest. */
export function woff2Only(): Plugin {
  return {
    name: 'woff2-only',
    enforce: 'pre',
    transform(css, id) {
      if (!/katex(\.min)?\.css/.test(id)) return null;
      return css.replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g, '');
    },
  };
}
