/** Calls back when a drawing must be made again: its width changed, or, for painted ones, the theme. */
export function onRedraw(host: HTMLElement, redraw: () => void, { theme = false } = {}): void {
  let width = host.clientWidth;
  let frame = 0;
  new ResizeObserver(() => {
    if (host.clientWidth === width) return;
    width = host.clientWidth;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(redraw);
  }).observe(host);
  if (!theme) return;
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}
