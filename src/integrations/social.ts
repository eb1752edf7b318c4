import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parseHTML } from 'linkedom';
import { cardOf, pictureOf } from '../social/card.ts';
import { cardPath } from '../social/path.ts';

/** Of the widths that a drawing comes in, the one that is read best on a card. */
const best = 560;

/** The drawing of a page's first figure that has one. A page is long: of it, figures alone are parsed, one after the other. */
function drawingIn(html: string): Element | undefined {
  for (const [figure] of html.matchAll(/<figure class="figure.*?<\/figure>/gs)) {
    const drawings = parseHTML(figure).document.querySelector('[data-drawing]')?.querySelectorAll('svg') ?? [];
    const distance = (svg: Element): number => Math.abs(Number(svg.getAttribute('viewBox')!.split(' ')[2]) - best);
    const [nearest] = [...drawings].toSorted((a, b) => distance(a) - distance(b));
    if (nearest) return nearest;
  }
  return undefined;
}

/** Draws the picture that goes with a link to a page, for each page that names one of its own: from its first figure, or its lesson's; an embed's from its figure. */
export function social(): AstroIntegration {
  return {
    name: 'attention-notebook:social',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((file) => /(^|[\\/])index\.html$/.test(file))
          .toSorted()
          .map((file) => ({
            page: file.replaceAll('\\', '/').replace(/\/?index\.html$/, ''),
            html: readFileSync(join(folder, file), 'utf8'),
          }))
          .filter(({ page, html }) => html.includes(`${cardPath(page)}"`));
        for (const { page, html } of pages) {
          const { document } = parseHTML(html.slice(0, html.indexOf('</head>')));
          const says = (property: string): string =>
            document.querySelector(`meta[property="og:${property}"]`)!.getAttribute('content')!;
          const said = { site: says('site_name'), title: says('title'), description: says('description') };
          const [lesson] = page.split('/');
          // A figure that stands alone has its own drawing or none.
          const others = pages.filter(
            (other) => lesson !== 'embed' && other.page !== page && other.page.startsWith(`${lesson}/`),
          );
          let drawing = drawingIn(html);
          for (const other of others) drawing ??= drawingIn(other.html);
          const file = join(folder, cardPath(page));
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, await pictureOf(cardOf(said, drawing)));
        }
        logger.info(`${pages.length} pages have a picture that goes with a link to them.`);
      },
    },
  };
}
