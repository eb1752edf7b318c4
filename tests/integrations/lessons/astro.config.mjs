import { fileURLToPath } from 'node:url';
import config from '../../../astro.config.mjs';

/** The site as it is, in a folder that has nothing of its own but `content/`. */
export default { ...config, srcDir: fileURLToPath(new URL('../../../src/', import.meta.url)) };
