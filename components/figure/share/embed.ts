/** What a host wishes of a figure in its page. */
export interface Wishes {
  /** The reader's own where there is none. */
  readonly theme?: string | undefined;
  /** The names of the controls that stay; all where there is none. */
  readonly controls?: readonly string[] | undefined;
}

/**
 * The address of a figure alone, set to a state, as a host wishes it.
 *
 * @param alone Where the figure stands alone, in full.
 * @param state With its #, or nothing.
 */
export function embedAddress(alone: string, state: string, { theme, controls }: Wishes = {}): string {
  const asked = [
    ...(theme ? [`theme=${theme}`] : []),
    ...(controls ? [`controls=${controls.map(encodeURIComponent).join(',')}`] : []),
  ];
  return alone + (asked.length > 0 ? `?${asked.join('&')}` : '') + state;
}

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/**
 * What is pasted into another page: a frame, and one line of script that gives it the height that its figure tells.
 * The line hears the frames of this site alone, and takes nothing from them but a number.
 *
 * @param height Pixels, where no script may say better.
 */
export function embedCode(address: string, title: string, height: number): string {
  const site = JSON.stringify(address.replace(/(\/embed\/).*$/, '$1'));
  return [
    `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="${height}" style="border: 0" loading="lazy" allow="clipboard-write"></iframe>`,
    `<script>addEventListener('message', (e) => { for (const f of document.querySelectorAll('iframe')) if (f.src.startsWith(${site}) && f.contentWindow === e.source && Number.isFinite(e.data?.height)) f.height = Math.ceil(e.data.height) })</script>`,
  ].join('\n');
}
