import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { Fault, isFault } from '../../components/fault.ts';
import { faultPage } from '../faults/page.ts';
import { syntaxFault } from '../markdown/syntax.ts';
import { runnerOf } from './runner.ts';

type Handler = (this: unknown, code: string, id: string) => unknown;
interface Plugin {
  readonly name: string;
  readonly transform?: unknown;
}

/** What is wrong with a text, without what Astro's plugin adds: the place once more, and a stack of its own. */
function plain(error: unknown, id: string): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof Fault) return new Fault(error.message);
  const sentence = syntaxFault(relative(process.cwd(), id), error);
  return sentence === undefined ? error : new Fault(sentence);
}

/** Lets the plugin that makes pages of MDX say of a fault what the fault says. */
export function sayPlainly(plugins: readonly Plugin[]): void {
  const mdx = plugins.find(({ name }) => name === '@mdx-js/rolldown') as { transform: { handler: Handler } };
  const { handler } = mdx.transform;
  mdx.transform.handler = async function (code, id) {
    try {
      return await handler.call(this, code, id);
    } catch (error) {
      throw plain(error, id);
    }
  };
}

/** Whether an address may be that of a page: no file, and nothing of Vite's own. */
const isPage = (address: string): boolean => !/\/@|\.\w+$/.test(address.split('?')[0]!);

const chapters = fileURLToPath(new URL('../chapters.ts', import.meta.url));

/** Prints of a fault of an author's its sentence and nothing else, and shows it in dev in the page's place. */
export function faults(): AstroIntegration {
  return {
    name: 'attention-notebook:faults',
    hooks: {
      'astro:config:setup': ({ command, addMiddleware, updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [{ name: 'attention-notebook:faults', configResolved: ({ plugins }) => sayPlainly(plugins) }],
          },
        });
        if (command === 'dev')
          addMiddleware({ order: 'pre', entrypoint: fileURLToPath(new URL('../faults/in-dev.ts', import.meta.url)) });
      },
      // A fault in how the lessons hang together is found before Astro knows which pages there are: it would say so in its own way.
      'astro:server:setup': ({ server }) => {
        const runner = runnerOf<typeof import('../chapters.ts')>(server);
        let isFaulty = false;
        const reload = (): void => {
          if (isFaulty) server.environments.client.hot.send({ type: 'full-reload' });
        };
        // What mends a page may be no part of it yet, so that nothing else would load it again; and what Astro has
        // read of a chapter it hands on up to half a second later.
        server.watcher.on('all', () => {
          reload();
          setTimeout(reload, 1000);
        });
        server.middlewares.use((request, response, next) => {
          if (!isPage(request.url ?? '')) return next();
          response.on('finish', () => (isFaulty = response.statusCode >= 500));
          runner
            .import(chapters)
            .then(async ({ checkLessons, lessons }) => checkLessons(await lessons()))
            .then(() => next())
            .catch((error: unknown) => {
              if (!isFault(error)) return next();
              console.error(error.message);
              response.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' });
              response.end(faultPage(error.message, `${server.config.base}@vite/client`));
            });
        });
      },
    },
  };
}
