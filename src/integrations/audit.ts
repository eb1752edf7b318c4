import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { Fault } from '../../components/fault.ts';
import { undeclaredConcepts } from '../audit/concepts.ts';
import { linkFaults } from '../audit/links.ts';
import { readSite } from '../audit/site.ts';
import { withSource } from '../audit/source.ts';
import { weightFaults } from '../audit/weight.ts';

/** Fails the build when the built site has a dead link or anchor, a file from elsewhere, a mark of a concept that is not declared, or a page over its budget. */
export function audit(): AstroIntegration {
  let base = '/';
  return {
    name: 'attention-notebook:audit',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': ({ dir, logger }) => {
        const site = readSite(fileURLToPath(dir), base);
        const faults = [...linkFaults(site), ...undeclaredConcepts(site), ...weightFaults(site)];
        if (faults.length > 0) {
          const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
          throw new Fault(`The built site has ${count}:\n${faults.map(withSource).join('\n')}`);
        }
        logger.info(`${site.pages.length} pages: every link leads somewhere, every page keeps its budget.`);
      },
    },
  };
}
