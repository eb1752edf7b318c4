import { within } from './within.ts';

/** A thing in a plane that a reader can move: its place, and how to change it. */
interface Movable {
  /** The focusable element over its tip. */
  readonly handle: HTMLElement;
  at(): readonly [x: number, y: number];
  move(to: readonly [x: number, y: number]): void;
  /** It was taken hold of, or has the focus. */
  take?(): void;
}

interface Plane {
  /** The plane runs from −extent to extent, over the whole of its element. */
  readonly extent: number;
  /** Coordinates stay from −limit to limit, on multiples of step. */
  readonly limit: number;
  readonly step: number;
  /** A press counts for the nearest movable within this many pixels, or for the only one anywhere. */
  readonly reach: number;
}

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** On the nearest multiple of the step, within the limit, without the dust of binary fractions. */
export function snap(value: number, { limit, step }: Pick<Plane, 'limit' | 'step'>): number {
  const snapped = Number((Math.round(value / step) * step).toFixed(6));
  return within(snapped, -limit, limit) + 0;
}

/**
 * Lets a reader move things about a plane: by pointer and touch, whichever handle is nearest
 * the press, and with arrow keys while a handle has the focus (with Shift, five steps at once).
 * A handle lets no touch scroll the page; the plane about it does.
 */
export function listenToPlane(host: HTMLElement, movables: readonly Movable[], plane: Plane): void {
  const { extent, reach } = plane;
  /** The only movable, which comes to wherever the plane is pressed. */
  const anywhere = movables.length === 1 ? movables[0] : undefined;
  let held: Movable | undefined;
  let grip: readonly [number, number] = [0, 0];

  const place = (event: MouseEvent): [number, number] => {
    const box = host.getBoundingClientRect();
    const across = (event.clientX - box.left) / box.width;
    const down = (event.clientY - box.top) / box.height;
    return [(2 * across - 1) * extent, (1 - 2 * down) * extent];
  };
  const moveTo = (movable: Movable, [x, y]: readonly [number, number]): void => {
    const to = [snap(x, plane), snap(y, plane)] as const;
    const [wasX, wasY] = movable.at();
    if (to[0] !== wasX || to[1] !== wasY) movable.move(to);
  };
  const nearest = ([x, y]: readonly [number, number]): Movable | undefined => {
    if (anywhere) return anywhere;
    const distance = ({ at }: Movable): number => Math.hypot(at()[0] - x, at()[1] - y);
    const best = movables.toSorted((a, b) => distance(a) - distance(b))[0];
    return best && (distance(best) / (2 * extent)) * host.clientWidth <= reach ? best : undefined;
  };

  host.addEventListener('pointerdown', (event) => {
    const found = event.button === 0 ? nearest(place(event)) : undefined;
    // A finger beside a handle may have come to scroll; if it only taps, a click follows.
    const onHandle = movables.some(({ handle }) => handle === event.target);
    if (!found || (event.pointerType === 'touch' && !onHandle)) return;
    event.preventDefault();
    held = found;
    const [x, y] = place(event);
    // Held by its edge, it keeps its distance from the pointer instead of jumping to it.
    grip = onHandle ? [found.at()[0] - x, found.at()[1] - y] : [0, 0];
    found.handle.focus({ preventScroll: true });
    host.setPointerCapture(event.pointerId);
    if (anywhere && !onHandle) moveTo(found, [x, y]);
  });
  host.addEventListener('pointermove', (event) => {
    if (!held) return;
    const [x, y] = place(event);
    moveTo(held, [x + grip[0], y + grip[1]]);
  });
  for (const end of ['pointerup', 'pointercancel'] as const) host.addEventListener(end, () => (held = undefined));
  host.addEventListener('click', (event) => {
    if ((event as PointerEvent).pointerType === 'touch' && anywhere && event.target !== anywhere.handle)
      moveTo(anywhere, place(event));
  });

  for (const movable of movables) {
    movable.handle.addEventListener('focus', () => movable.take?.());
    movable.handle.addEventListener('keydown', (event) => {
      const arrow = arrows[event.key];
      if (!arrow || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const by = plane.step * (event.shiftKey ? 5 : 1);
      const [x, y] = movable.at();
      moveTo(movable, [x + arrow[0] * by, y + arrow[1] * by]);
    });
  }
}
