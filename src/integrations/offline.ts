import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { siteLanguage } from '../../components/language.ts';
import type { Strings } from '../../content/strings/en.ts';
import { aheadOf } from '../offline/ahead.ts';
import type { Build } from '../offline/worker-scope.ts';
import { packScript } from '../pack.ts';

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
      'astro:build:done': async ({ dir, logger }) => {
        const write = async (entry: string, before: string): Promise<void> =>
          writeFileSync(
            new URL('service-worker.js', dir),
            before + (await packScript(`src/offline/${entry}.ts`, 'worker')),
          );
        if (!isOn) return write('remover', '');
        const { files, bytes } = await aheadOf(fileURLToPath(dir));
        await write('worker', `const build = ${JSON.stringify({ files, away: awayPage(strings) } satisfies Build)};\n`);
        logger.info(`${files.length} files, ${(bytes / 1e6).toFixed(1)} MB, are kept for when there is no connection.`);
      },
    },
  };
}
