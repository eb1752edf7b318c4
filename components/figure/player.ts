import type { AnyFigure, Walk } from './definition.ts';
import type { Schema, State } from './state/fields.ts';

/** Walks from stop to stop by itself, until the last or until the reader does something else. */
export class Player {
  readonly #button: HTMLButtonElement;
  readonly #walk: Walk<Schema, unknown>;
  readonly #set: (change: Partial<State<Schema>>) => void;
  #next: ReturnType<typeof setTimeout> | undefined;

  /** @param button Play, of one of the figure's walks. */
  constructor(button: HTMLButtonElement, figure: AnyFigure, set: (change: Partial<State<Schema>>) => void) {
    this.#button = button;
    this.#walk = figure.controls[Number(button.dataset['press'])] as Walk<Schema, unknown>;
    this.#set = set;
  }

  /** Goes on from where the figure is, or at the last stop from the first; while it plays, stops. */
  press(state: State<Schema>, shown: unknown): void {
    if (this.#next !== undefined) return this.pause();
    const { at, last } = this.#walk;
    this.#button.textContent = 'Pause';
    this.#stand(at(state) < last(shown) ? at(state) + 1 : 1, last(shown));
  }

  pause(): void {
    clearTimeout(this.#next);
    this.#next = undefined;
    this.#button.textContent = 'Play';
  }

  #stand(stop: number, last: number): void {
    this.#set(this.#walk.go(stop));
    if (stop >= last) return this.pause();
    this.#next = setTimeout(() => this.#stand(stop + 1, last), this.#walk.pace);
  }
}
