import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import config from '../../../astro.config.mjs';

/** The site as it is, in a folder that has nothing of its own but `content/`, whose figures are its own too. */
export default {
  ...config,
  srcDir: fileURLToPath(new URL('../../../src/', import.meta.url)),
  vite: { ...config.vite, resolve: { alias: { '#content/figures': resolve('content/figures') } } },
};
