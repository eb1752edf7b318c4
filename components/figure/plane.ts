import { maker } from './maker.ts';
import { within } from './within.ts';
import type { PlanePointing } from './definition.ts';
import type { Schema, State } from './state/fields.ts';

type Point = readonly [x: number, y: number];

/** In a plane a reader took hold of a thing, moved it to a share of the width and height (from below), or by so many steps. */
export type PlaneAct =
  | { readonly kind: 'take'; readonly pane: string; readonly handle: number }
  | { readonly kind: 'move'; readonly pane: string; readonly handle: number; readonly to: Point }
  | { readonly kind: 'nudge'; readonly pane: string; readonly handle: number; readonly by: Point };

/** A press takes the nearest thing within this many pixels, a finger's width, or the only one from anywhere. */
const reach = 30;

const arrows: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

function pointOf({ handles }: PlanePointing<Schema>, index: number, state: State<Schema>): Point {
  const { field, first } = handles[index]!;
  const numbers = state[field] as readonly number[];
  return [numbers[first]!, numbers[first + 1]!];
}

/** The handles of a plane as the page's HTML has them, each a slider over its thing. */
export function makeHandles(
  document: Document,
  point: PlanePointing<Schema>,
  state: State<Schema>,
): readonly HTMLElement[] {
  return point.handles.map(({ label }, index) => {
    const handle = maker(document)('span', {
      class: 'handle',
      role: 'slider',
      tabindex: '0',
      'aria-label': `${label}. Arrow keys move it.`,
      'aria-valuemin': String(-point.limit),
      'aria-valuemax': String(point.limit),
    });
    showHandle(handle, point, index, state);
    return handle;
  });
}

/** Puts a handle to where the state has its thing. */
export function showHandle(
  handle: HTMLElement,
  point: PlanePointing<Schema>,
  index: number,
  state: State<Schema>,
): void {
  const at = pointOf(point, index, state);
  const [across, up] = at.map((coordinate) => 50 + (50 * coordinate) / point.extent);
  handle.setAttribute('aria-valuenow', String(at[0]));
  handle.setAttribute('aria-valuetext', point.say(at));
  handle.setAttribute('style', `left: ${across}%; bottom: ${up}%`);
}

/** What becomes of the field that says where a thing is, when it is moved. */
export function movedBy(point: PlanePointing<Schema>, state: State<Schema>, act: PlaneAct): State<Schema> {
  if (act.kind === 'take') return {};
  const { field, first } = point.handles[act.handle]!;
  const [x, y] = pointOf(point, act.handle, state).map((now, axis) =>
    snap(act.kind === 'move' ? (2 * act.to[axis]! - 1) * point.extent : now + act.by[axis]! * point.step, point),
  );
  return { [field]: (state[field] as readonly number[]).with(first, x!).with(first + 1, y!) };
}

/**
 * Tells how a reader moves things about a plane: by pointer and touch, whichever handle is nearest
 * the press, and with arrow keys while a handle has the focus (with Shift, five steps at once).
 * A handle lets no touch scroll the page; the plane about it does.
 */
export function listenToPlane(plane: HTMLElement, pane: string, tell: (act: PlaneAct) => void): void {
  const handles = [...plane.querySelectorAll<HTMLElement>('.handle')];
  /** The only one, which comes to wherever the plane is pressed. */
  const anywhere = handles.length === 1 ? 0 : undefined;
  let held: number | undefined;
  let grip: Point = [0, 0];

  const pointed = ({ clientX, clientY }: MouseEvent): Point => {
    const box = plane.getBoundingClientRect();
    return [(clientX - box.left) / box.width, (box.bottom - clientY) / box.height];
  };
  const stands = (index: number): Point => {
    const { left, bottom } = handles[index]!.style;
    return [parseFloat(left) / 100, parseFloat(bottom) / 100];
  };
  const nearest = ([x, y]: Point): number | undefined => {
    if (anywhere !== undefined) return anywhere;
    const distances = handles.map((_, index) => Math.hypot(stands(index)[0] - x, stands(index)[1] - y));
    const least = Math.min(...distances);
    return least * plane.clientWidth <= reach ? distances.indexOf(least) : undefined;
  };
  const move = (handle: number, [x, y]: Point): void => tell({ kind: 'move', pane, handle, to: [x, y] });

  plane.addEventListener('pointerdown', (event) => {
    const found = event.button === 0 ? nearest(pointed(event)) : undefined;
    // A finger beside a handle may have come to scroll; if it only taps, a click follows.
    const onHandle = handles.some((handle) => handle === event.target);
    if (found === undefined || (event.pointerType === 'touch' && !onHandle)) return;
    event.preventDefault();
    held = found;
    const [x, y] = pointed(event);
    // Held by its edge, it keeps its distance from the pointer instead of jumping to it.
    grip = onHandle ? [stands(found)[0] - x, stands(found)[1] - y] : [0, 0];
    handles[found]!.focus({ preventScroll: true });
    plane.setPointerCapture(event.pointerId);
    if (anywhere !== undefined && !onHandle) move(found, [x, y]);
  });
  plane.addEventListener('pointermove', (event) => {
    if (held === undefined) return;
    const [x, y] = pointed(event);
    move(held, [x + grip[0], y + grip[1]]);
  });
  for (const end of ['pointerup', 'pointercancel'] as const) plane.addEventListener(end, () => (held = undefined));
  plane.addEventListener('click', (event) => {
    const isBeside = anywhere !== undefined && event.target !== handles[anywhere];
    if (isBeside && (event as PointerEvent).pointerType === 'touch') move(anywhere, pointed(event));
  });

  handles.forEach((handle, index) => {
    handle.addEventListener('focus', () => tell({ kind: 'take', pane, handle: index }));
    handle.addEventListener('keydown', (event) => {
      const arrow = arrows[event.key];
      if (!arrow || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const by = event.shiftKey ? 5 : 1;
      tell({ kind: 'nudge', pane, handle: index, by: [arrow[0] * by, arrow[1] * by] });
    });
  });
}

/** On the nearest multiple of the step, within the limit, without the dust of binary fractions. */
export function snap(value: number, { limit, step }: { readonly limit: number; readonly step: number }): number {
  const snapped = Number((Math.round(value / step) * step).toFixed(6));
  return within(snapped, -limit, limit) + 0;
}
