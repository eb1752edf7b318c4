import type { EncodeOptions } from '#lib/encoder/forward.ts';
import type { LayerReading } from '#lib/encoder/reading.ts';
import { onRedraw } from '../figure/redraw.ts';
import type { heatmap } from '../plots/heatmap.ts';
import { whenTouched } from '../figure/touched.ts';
import { figureSentence, type FigureSentence } from '../model/figure-sentence.ts';
import type { ModelGate } from './model-gate/model-gate.ts';
import { pageSentence } from './page-sentence.ts';
import './model-gate/model-gate.ts';

/** What the controls ask for, layer and head counted from 0. */
export interface Place {
  readonly layer: number;
  readonly head: number;
}

/**
 * A figure that follows the page's sentence into the encoder. The build drew its default
 * state: nothing is fetched or drawn until a reader touches it or the sentence changes.
 */
export abstract class EncoderFigure<Data> extends HTMLElement {
  protected data: Data | undefined;
  #drawing = 0;
  #touched = false;
  /** Whether the drawings are the script's own by now, and no longer the build's. */
  #drawn = false;

  /** Reads the other controls and listens to the drawings, once. */
  protected abstract listen(): void;
  /** What is to be drawn; nothing while the model is missing. */
  protected abstract gather(sentence: FigureSentence, place: Place): Promise<Data | undefined>;
  /** Draws `data` and all that is said around it, at one go: drawings and data never belong to different sentences. */
  protected abstract draw(data: Data, map: typeof heatmap): void;
  /** Chooses the cell that was chosen before, if `data` has it still. */
  protected abstract mark(data: Data): void;
  /** Whether the controls of the figure's own are as the build set them. */
  protected isDefault(): boolean {
    return true;
  }

  connectedCallback(): void {
    pageSentence.addEventListener('change', () => void this.refresh());
    pageSentence.addEventListener('model', () => void this.refresh());
    // It may have changed before this script came.
    if (pageSentence.current) void this.refresh();
    whenTouched(this, () => this.begin());
  }

  /** Takes the figure over from the build, once: a reader touched it, or an address says how it is to be. */
  protected begin(): void {
    if (this.#touched) return;
    this.#touched = true;
    this.listen();
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.dataset['choice']) void this.refresh();
    });
    onRedraw(this, () => {
      if (this.#drawn && this.data) void this.#drawAll(this.data, this.#drawing);
    });
    void pageSentence.start().then(() => this.refresh());
  }

  protected find<E extends Element>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }

  protected get place(): Place {
    const value = (name: string): number => Number(this.find<HTMLInputElement>(`[data-choice=${name}]:checked`).value);
    return { layer: value('layer'), head: value('head') };
  }

  protected set place(place: Place) {
    for (const name of ['layer', 'head'] as const)
      this.find<HTMLInputElement>(`[data-choice=${name}][value="${place[name]}"]`).checked = true;
  }

  /** Answers what the page and the controls ask now; only the last question is drawn. */
  protected async refresh(): Promise<void> {
    const shown = pageSentence.current;
    if (!shown) return;
    const drawing = ++this.#drawing;
    const { place } = this;
    const asBuilt =
      !this.#drawn &&
      shown.text === this.dataset['sentence'] &&
      [...this.querySelectorAll<HTMLInputElement>('[data-choice]')].every(
        (radio) => radio.checked === radio.defaultChecked,
      ) &&
      this.isDefault();
    if (asBuilt && !this.#touched) return;
    const sentence = figureSentence(shown);
    const data = await this.gather(sentence, place);
    if (!data || drawing !== this.#drawing) return;
    if (asBuilt) {
      this.data = data;
      this.mark(data);
    } else if (!(await this.#drawAll(data, drawing))) return;
    const notice = this.find<HTMLElement>('.cut');
    notice.textContent = sentence.notice;
    notice.hidden = sentence.notice === '';
    this.dataset['live'] = '';
  }

  /** @returns Whether it was still wanted once Plot had come. */
  async #drawAll(data: Data, drawing: number): Promise<boolean> {
    const { heatmap } = await import('../plots/heatmap.ts');
    if (drawing !== this.#drawing) return false;
    this.#drawn = true;
    this.data = data;
    this.draw(data, heatmap);
    this.mark(data);
    return true;
  }

  /** What the trained model computes for these tokens, if it is here or the reader lets it be fetched. */
  protected layers(
    ids: readonly number[],
    need: string,
    options: EncodeOptions = {},
  ): Promise<readonly LayerReading[] | undefined> {
    return this.find<ModelGate>('model-gate').through(
      need,
      async (onProgress) => {
        const { layers } = await pageSentence.read({ of: { pieces: [], ids }, ...options }, onProgress);
        return layers;
      },
      () => void this.refresh(),
    );
  }

  /** This answer needs no model, so whatever was asked about it is settled. */
  protected settle(): void {
    this.find<ModelGate>('model-gate').clear();
  }
}

/** Puts a drawing into the page in place of what stood there, hidden from readers whom the frame serves. */
export function show(host: HTMLElement, svg: SVGSVGElement): void {
  svg.setAttribute('aria-hidden', 'true');
  host.replaceChildren(svg);
}
