import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { Fault } from '../../components/fault.ts';
import { undeclaredConcepts } from '../audit/concepts.ts';
import { missingDescriptions } from '../audit/descriptions.ts';
import { foreignFiles } from '../audit/foreign-files.ts';
import { deadLinks } from '../audit/links.ts';
import { readSite, type BuiltSite } from '../audit/site.ts';
import { withSource } from '../audit/source.ts';
import { weightFaults } from '../audit/weight.ts';

const checks = [deadLinks, foreignFiles, missingDescriptions, undeclaredConcepts, weightFaults];

/** Every fault of the built site: a sentence each. */
export function faultsOf(site: BuiltSite): string[] {
  return checks.flatMap((check) => check(site)).map(withSource);
}

/** Fails the build when the built site has a fault. */
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
        const faults = faultsOf(site);
        if (faults.length > 0) {
          const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
          throw new Fault(`The built site has ${count}:\n${faults.join('\n')}`);
        }
        logger.info(`${site.pages.length} pages: every link leads somewhere, every page keeps its budget.`);
      },
    },
  };
}
