import mdx from '@astrojs/mdx';
import config from '../../../astro.config.mjs';
import { faults } from '../../../src/integrations/faults.ts';

export default { integrations: [faults(), mdx()], markdown: config.markdown };
