/** Calls back when a drawing must be made again: one of the places that drawings stand in has another width. */
export function onRedraw(places: readonly HTMLElement[], redraw: () => void): void {
  const widths = (): string => places.map(({ clientWidth }) => clientWidth).join();
  let before = widths();
  let frame = 0;
  const observer = new ResizeObserver(() => {
    const now = widths();
    if (now === before) return;
    before = now;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(redraw);
  });
  for (const place of places) observer.observe(place);
}
