import { posix } from 'node:path';
import { fileAt, pageAt, type BuiltPage, type BuiltSite } from './site.ts';

/** Every address in the site that leads nowhere: a sentence each. */
export function deadLinks(site: BuiltSite): string[] {
  return site.pages.flatMap((page) => deadLinksOf(site, page));
}

function deadLinksOf(site: BuiltSite, page: BuiltPage): string[] {
  const here = `https://site.invalid${posix.join(site.base, page.path)}`;
  const faults: string[] = [];
  for (const written of page.facts.addresses) {
    if (!URL.canParse(written, here)) {
      faults.push(`${page.path}: ${written} is no address.`);
      continue;
    }
    const url = new URL(written, here);
    if (url.origin !== 'https://site.invalid') continue;
    if (!url.pathname.startsWith(site.base))
      faults.push(`${page.path}: ${written} is not under the site's base ${site.base}.`);
    else if (!fileAt(site, url.pathname)) faults.push(`${page.path}: ${written} leads to no file.`);
    else if (url.hash !== '') {
      const id = decodeURIComponent(url.hash.slice(1));
      if (!pageAt(site, url.pathname)?.facts.ids.has(id))
        faults.push(`${page.path}: ${written} names an anchor that is not there.`);
    }
  }
  return faults;
}
