import type { APIRoute } from 'astro';
import { stringsFor } from '#components/strings.ts';
import { withBase } from '#components/base.ts';
import { siteLanguage } from '#components/language.ts';
import { lessonsIn } from '../chapters.ts';

/** A feed has addresses in full: where the site does not know its own, there is none. */
export const getStaticPaths = () => (import.meta.env.SITE ? [{ params: { feed: 'feed' } }] : []);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The lessons as RSS 2.0, the last first. It asks for no dates, and nothing here has one. */
export const GET: APIRoute = async (context) => {
  const { site } = stringsFor(context);
  const full = (path: string): string => escaped(new URL(path, context.site).href);
  const items = (await lessonsIn())
    .toReversed()
    .map(({ overview: { href, entry } }) =>
      [
        '<item>',
        `<title>${escaped(entry.data.title)}</title>`,
        `<link>${full(href)}</link>`,
        `<guid>${full(href)}</guid>`,
        `<description>${escaped(entry.data.description)}</description>`,
        '</item>',
      ].join(''),
    );
  return new Response(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
      `<title>${escaped(site.title)}</title>`,
      `<link>${full(withBase('/'))}</link>`,
      `<description>${escaped(site.description)}</description>`,
      `<language>${siteLanguage}</language>`,
      `<atom:link href="${full(withBase('/feed.xml'))}" rel="self" type="application/rss+xml"/>`,
      ...items,
      '</channel></rss>',
      '',
    ].join('\n'),
    { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } },
  );
};
