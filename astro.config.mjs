import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import remarkMath from 'remark-math';
import { Fault } from './components/fault.ts';
import { audit } from './src/integrations/audit.ts';
import { cells } from './src/integrations/cells.ts';
import { claims } from './src/integrations/claims.ts';
import { encoder } from './src/integrations/encoder.ts';
import { faults } from './src/integrations/faults.ts';
import { firstPage } from './src/integrations/first-page.ts';
import { kept } from './src/integrations/kept.ts';
import { offline } from './src/integrations/offline.ts';
import { parts } from './src/integrations/parts.ts';
import { search } from './src/integrations/search.ts';
import { rehypeAsked } from './src/markdown/asked.ts';
import { rehypeBeside } from './src/markdown/beside.ts';
import { rehypeClaims } from './src/markdown/claims.ts';
import { rehypeCitations } from './src/markdown/citations.ts';
import { remarkCaptions } from './src/markdown/captions.ts';
import { remarkComponents } from './src/markdown/components.ts';
import { remarkDollars } from './src/markdown/dollars.ts';
import { remarkExercises } from './src/markdown/exercises.ts';
import { rehypeCode } from './src/markdown/code.ts';
import { remarkFigureTitles } from './src/markdown/figure-titles.ts';
import { remarkFiguresOnce } from './src/markdown/figures-once.ts';
import { rehypeFootnotes, remarkFootnotes } from './src/markdown/footnotes.ts';
import { remarkHeadingOrder } from './src/markdown/heading-order.ts';
import { rehypeImages } from './src/markdown/images.ts';
import { rehypeLinks } from './src/markdown/links.ts';
import { remarkCells } from './src/markdown/cells.ts';
import { remarkListings } from './src/markdown/listings.ts';
import { rehypeMath } from './src/markdown/math.ts';
import { remarkParts } from './src/markdown/parts.ts';
import { remarkPlainTags } from './src/markdown/plain-tags.ts';
import { rehypePredict } from './src/markdown/predict.ts';
import { rehypePredictClaim } from './src/markdown/predict-claim.ts';
import { rehypePredictOptions } from './src/markdown/predict-options.ts';
import { rehypePredictWord } from './src/markdown/predict-word.ts';
import { remarkNumbers } from './src/markdown/numbers.ts';
import { rehypeSections } from './src/markdown/sections.ts';
import { remarkProps } from './src/markdown/props.ts';
import { remarkShown } from './src/markdown/shown.ts';
import { rehypeTables } from './src/markdown/tables.ts';
import { rehypeTerms } from './src/markdown/terms.ts';
import { rehypeUnparted } from './src/markdown/unparted.ts';
import { rehypeUntranslated } from './src/markdown/untranslated.ts';
import { social } from './src/integrations/social.ts';
import { readStrings } from './src/strings.ts';
import { woff2Only } from './src/integrations/woff2-only.ts';

/** A fork sets SITE_BASE to its repository's path, as the Pages workflow does. */
const base = process.env.SITE_BASE ?? '/';
if (!base.startsWith('/'))
  throw new Fault(`SITE_BASE is ${base}, and begins with no slash: every link would be dead. Write /${base}.`);

const strings = readStrings();

export default defineConfig({
  ...(process.env.SITE_ORIGIN && { site: process.env.SITE_ORIGIN }),
  base,
  // Every link of ours ends in a slash; an address typed without it leads to the same page.
  trailingSlash: 'ignore',
  integrations: [
    faults(),
    firstPage(),
    kept(),
    parts(),
    encoder(),
    claims(),
    cells(),
    mdx({ optimize: true }),
    // Search engines are led to chapters; a figure alone is part of one.
    ...(process.env.SITE_ORIGIN ? [sitemap({ filter: (page) => !page.includes('/embed/') }), social()] : []),
    search(),
    audit(),
    offline(strings('content/home.mdx')),
  ],
  markdown: {
    processor: unified({
      remarkPlugins: [
        remarkMath,
        remarkParts,
        remarkComponents,
        remarkProps,
        remarkShown,
        remarkPlainTags,
        remarkHeadingOrder,
        remarkFiguresOnce,
        remarkCaptions,
        remarkFigureTitles,
        remarkFootnotes,
        remarkDollars,
        remarkNumbers,
        remarkListings,
        remarkCells,
        remarkExercises,
      ],
      rehypePlugins: [
        [rehypeFootnotes, { strings }],
        rehypeSections,
        rehypeTerms,
        rehypeClaims,
        rehypePredict,
        rehypePredictOptions,
        rehypePredictClaim,
        rehypePredictWord,
        rehypeAsked,
        rehypeUnparted,
        [rehypeLinks, { base }],
        rehypeImages,
        // What comes after these walks through every word of code and every stroke of a formula.
        rehypeCode,
        rehypeMath,
        [rehypeTables, { strings }],
        rehypeUntranslated,
        [rehypeCitations, { strings }],
        [rehypeBeside, { base }],
      ],
    }),
    syntaxHighlight: false,
  },
  vite: {
    plugins: [woff2Only()],
    // The weights of trained models.
    assetsInclude: ['content/models/*.bin'],
    // A script or font inlined as data: would need a weaker content security policy. Of styles,
    // the small ones stand in the page: one by one they would hold up its first paint.
    build: {
      assetsInlineLimit: (file, content) => file.endsWith('.css') && content.length < 4096,
      // What was fetched ahead and failed, no browser fetches again: a figure's second try would fail with it.
      modulePreload: { resolveDependencies: (_, deps, { hostType }) => (hostType === 'js' ? [] : deps) },
      rolldownOptions: {
        // Astro marks every chapter with a directive of its own, and the bundler warns of each.
        onLog: (level, log, handle) => log.code === 'MODULE_LEVEL_DIRECTIVE' || handle(level, log),
      },
    },
    // Found late, it would make the development server reload the page under the reader's hands.
    optimizeDeps: { include: ['@observablehq/plot'] },
  },
  devToolbar: { enabled: false },
});
