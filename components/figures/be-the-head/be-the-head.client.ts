import { LiveFigure } from '../../figure/live-figure.ts';
import type { Schema, State } from '../../figure/state/fields.ts';
import type { Game } from './compute.ts';

type Numbers = number[];

/** As long as arrows take to get to an answer, in milliseconds. */
const travel = 250;

/** All arrows go somewhere else in sight of the reader, and two sliders move the one in hand. */
export class BeTheHead extends LiveFigure {
  #journey = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.querySelectorAll<HTMLInputElement>('.axis input').forEach((slider, axis) =>
      slider.addEventListener('input', () => void this.whenBegun(() => this.#slide(axis, slider.valueAsNumber))),
    );
  }

  /** Moves the arrow that the state has in hand, which may not be shown yet. */
  #slide(axis: number, to: number): void {
    const [, kind, word] = /^(query|key)(\d)$/.exec(this.state['arrow'] as string)!;
    const field = kind === 'query' ? 'queries' : 'keys';
    const at = 2 * (Number(word) - 1) + axis;
    this.set({ [field]: (this.state[field] as Numbers).with(at, to) });
  }

  protected override set(change: State<Schema>): void {
    cancelAnimationFrame(this.#journey);
    const isJourney = 'queries' in change && 'keys' in change && !('target' in change);
    if (!isJourney || matchMedia('(prefers-reduced-motion: reduce)').matches) return super.set(change);
    const from = this.state;
    const began = performance.now();
    const advance = (now: number): void => {
      const share = Math.max(0, (now - began) / travel);
      if (share >= 1) return super.set(change);
      const between = (name: string): Numbers => {
        const [start, end] = [from[name] as Numbers, change[name] as Numbers];
        return start.map((value, index) => value + (end[index]! - value) * share);
      };
      super.set({ queries: between('queries'), keys: between('keys') });
      this.#journey = requestAnimationFrame(advance);
    };
    advance(began);
  }

  protected override showOwn({ chosen: { kind, word }, head }: Game): void {
    const arrows = kind === 'query' ? head.queries : head.keys;
    this.querySelectorAll<HTMLInputElement>('.axis input').forEach((slider, axis) => {
      slider.value = String(arrows[word]![axis]);
    });
  }
}
