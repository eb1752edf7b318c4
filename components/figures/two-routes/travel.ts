/** Milliseconds that one step of a message takes. */
const step = 220;

/**
 * Sends a message along each route at once: a dot runs over the steps, one after another,
 * and every step appears as the dot has taken it. Stops at once when the signal says so.
 */
export function travel(svg: SVGSVGElement, signal: AbortSignal): void {
  for (const route of ['recurrence', 'attention']) {
    const legs = [...svg.querySelectorAll<SVGGElement>(`g[data-route=${route}]`)];
    for (const leg of legs) leg.style.opacity = '0';
    void follow(svg, legs, signal);
  }
}

async function follow(svg: SVGSVGElement, legs: readonly SVGGElement[], signal: AbortSignal): Promise<void> {
  const dot = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'circle');
  dot.setAttribute('r', '7');
  dot.setAttribute('class', 'message');
  svg.append(dot);
  for (const leg of legs) {
    await run(dot, leg.querySelector('path')!, leg.dataset['step'] === undefined ? step / 2 : step, signal);
    leg.style.opacity = '';
  }
  dot.remove();
}

/** Settles when the dot has come to the end, or has been stopped. */
function run(dot: SVGCircleElement, path: SVGPathElement, duration: number, signal: AbortSignal): Promise<void> {
  const length = path.getTotalLength();
  return new Promise((arrived) => {
    let began: number | undefined;
    const move = (now: number): void => {
      began ??= now;
      const share = signal.aborted ? 1 : Math.min(1, (now - began) / duration);
      const { x, y } = path.getPointAtLength(length * share);
      dot.setAttribute('transform', `translate(${x} ${y})`);
      if (share < 1) requestAnimationFrame(move);
      else arrived();
    };
    if (signal.aborted) arrived();
    else requestAnimationFrame(move);
  });
}
