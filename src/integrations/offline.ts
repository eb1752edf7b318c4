import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { transform } from 'sucrase';
import { siteLanguage } from '../../components/language.ts';
import type { Strings } from '../../content/strings/en.ts';
import { aheadOf } from '../offline/ahead.ts';

const scriptOf = (file: string): string =>
  transform(readFileSync(new URL(`../offline/${file}`, import.meta.url), 'utf8'), { transforms: ['typescript'] }).code;

/** What stands where a page was never read and there is no connection. */
const awayPage = ({ dir, offline: { title, text } }: Strings): string =>
  `<!doctype html><html lang="${siteLanguage}" dir="${dir}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><body style="font: 1.1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem; color-scheme: light dark"><h1>${title}</h1><p>${text}</p>`;

/** Whether readers may keep the site; a host says otherwise by `SITE_OFFLINE=off`. */
const isOn = process.env['SITE_OFFLINE'] !== 'off';

/** Writes the worker that answers where there is no connection, with what it fetches ahead; or, where the site is to be without, one that takes it away again. */
export function offline(strings: Strings): AstroIntegration {
  return {
    name: 'attention-notebook:offline',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        const address = command === 'build' && isOn ? `${config.base.replace(/\/$/, '')}/service-worker.js` : '';
        updateConfig({ vite: { define: { SERVICE_WORKER: JSON.stringify(address) } } });
      },
      'astro:build:done': ({ dir, logger }) => {
        const file = new URL('service-worker.js', dir);
        if (!isOn) return writeFileSync(file, scriptOf('remover.ts'));
        const { addresses, version, bytes } = aheadOf(fileURLToPath(dir));
        const build = JSON.stringify({ version, addresses, away: awayPage(strings) });
        writeFileSync(file, `const build = ${build};\n${scriptOf('worker.ts')}`);
        logger.info(
          `${addresses.length} files, ${(bytes / 1e6).toFixed(1)} MB gzip, are kept for when there is no connection.`,
        );
      },
    },
  };
}
