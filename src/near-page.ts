import { editDistance } from '#lib/editDistance.ts';

/** A page, and what it is called. */
export interface Known {
  readonly href: string;
  readonly title: string;
}

/** What of an address tells pages apart: a link that was typed differs in capitals and endings. */
function plain(path: string): string {
  let written = path;
  try {
    written = decodeURI(path);
  } catch {
    // A % that begins no letter is one.
  }
  return written.toLowerCase().replace(/(index)?(\.(html?|mdx?))?\/*$/, '');
}

/**
 * The page that an address may have meant: the one spelt most like it, at most a third of its letters away.
 *
 * @param path The address that leads nowhere, from the root of its host.
 * @param known The pages that there are, as written in the site.
 */
export function nearPage(path: string, known: readonly Known[]): Known | undefined {
  const asked = plain(path);
  const [nearest] = known
    .map((page) => ({ page, away: editDistance(asked, plain(page.href)) }))
    .toSorted((a, b) => a.away - b.away);
  return nearest && nearest.away <= asked.length / 3 ? nearest.page : undefined;
}
