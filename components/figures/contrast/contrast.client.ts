import type { Reading } from '#lib/encoder/reading.ts';
import { withBase } from '../../base.ts';
import { LateCode } from '../../figure/late-code.ts';
import { LiveFigure } from '../../figure/live-figure.ts';
import { whenAsked } from '../../figure/when-asked.ts';
import { fetchOnce } from '../../model/fetch-once.ts';
import type { ModelGate } from '../../sentence/model-gate/model-gate.ts';
import '../../sentence/model-gate/model-gate.ts';
import { pageSentence } from '../../sentence/page-sentence.ts';
import type { Shown } from './compute.ts';
import type { ContrastState } from './figure.ts';
import type { Both, Contrast, ContrastReading, Cut, EdgeAt, KnownContrasts } from './reading.ts';

const code = new LateCode('figureCode', () => import('./reading.ts'));

/** A pair of sentences as far as it is known, with what each cut asked for has done, by edge. */
interface Source {
  readonly contrast: Contrast;
  readonly first: ContrastReading['first'];
  readonly cuts: Map<string, Cut>;
}

/** Two sentences that a reader may type, and one question at a time about a cut in them. */
export class ContrastFigure extends LiveFigure {
  readonly #sources = new Map<string, Source>();
  #last: ContrastReading | undefined;
  /** The texts that the boxes were filled with last: what a reader has typed since stays. */
  #filled = '';
  #isCutting = false;

  override connectedCallback(): void {
    super.connectedCallback();
    // The build filled them: what is typed before the code has come stays too.
    this.#filled = this.dataset['sentence']!;
    whenAsked(this.querySelector('.ask')!, () => {
      const [first, second] = this.#boxes.map(({ value }) => value.replaceAll(/\s+/g, ' ').trim());
      void this.whenBegun(() => this.set({ pair: 'own', first, second }));
    });
  }

  get #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('.ask input')];
  }

  get #gate(): ModelGate {
    return this.querySelector<ModelGate>('model-gate')!;
  }

  /** Another pair leaves open what was chosen in the one before. One's own is typed: until then, the pair that stands there stays. */
  protected override set(change: Parameters<LiveFigure['set']>[0]): void {
    if (change['pair'] === 'own' && !('first' in change)) {
      this.#boxes[1]!.focus();
      return super.set({ pair: this.state['pair'] });
    }
    const open = { first: undefined, second: undefined, query: undefined, key: undefined };
    super.set('pair' in change ? { ...open, ...change } : change);
  }

  /** The build drew the first pair with one edge cut: a cut of another makes other maps. */
  protected override isAsBuilt(reading: unknown): boolean {
    const { contrast, first, cut } = reading as ContrastReading;
    const { query = first.query, key = first.key } = this.state as ContrastState;
    const isFirstCut = cut !== undefined && query === first.query && key === first.key;
    return isFirstCut && contrast.texts.join('|') === this.dataset['sentence'];
  }

  /** How the two texts compare, and what the cut does; a cut that is not known yet is asked for, and shown when it comes. */
  protected override async read(asked: ContrastState): Promise<ContrastReading | undefined> {
    const source = await this.#sourceOf(asked);
    if (!source) return undefined;
    const { contrast, first } = source;
    const edge: EdgeAt = {
      layer: asked.layer - 1,
      head: asked.head - 1,
      query: asked.query ?? first.query,
      key: asked.key ?? first.key,
    };
    const name = JSON.stringify(edge);
    const cut = asked.cut ? source.cuts.get(name) : undefined;
    if (cut || !asked.cut) this.#gate.clear();
    else if (!this.#isCutting) void this.#askCut(source, edge, name);
    if (this.#last?.contrast !== contrast || this.#last.cut !== cut) this.#last = { contrast, first, cut };
    return this.#last;
  }

  /** @throws RangeError with a sentence for the reader when the texts are no such pair. */
  async #sourceOf({ pair, first = '', second = '' }: ContrastState): Promise<Source | undefined> {
    const { contrastOf, firstChoice, knownCut, outcomeOf, presetOf, presets, swapOf } = await code.fetch();
    const texts = presets.find(({ id }) => id === pair && !first && !second)?.texts ?? ([first, second] as const);
    this.#fill(texts);
    if (texts.includes('')) throw new RangeError('A box is empty. Type a sentence into both, alike but for one word.');
    const name = texts.join('|');
    const known = this.#sources.get(name);
    if (known) return known;
    const preset = presetOf(texts);
    const all = preset && (await fetchOnce<KnownContrasts>(withBase('/figures/contrasts.json')));
    const found = all?.pairs.find(({ id }) => id === preset?.id);
    let contrast: Contrast;
    const cuts = new Map<string, Cut>();
    if (all && found) {
      contrast = contrastOf(found);
      const { layer, head } = all;
      for (const [query] of contrast.merged.entries())
        for (const [key] of contrast.merged.entries()) {
          const edge = { layer, head, query, key };
          const cut = knownCut(all, contrast, edge);
          if (cut) cuts.set(JSON.stringify(edge), cut);
        }
    } else {
      const need =
        'These sentences have to be read by the whole model. Until it is here, the figure shows what it showed before.';
      const readings = await this.#through(need, () => this.#readBoth(texts));
      if (!readings) return undefined;
      swapOf([readings[0].pieces, readings[1].pieces]);
      contrast = contrastOf({ readings, outcome: outcomeOf(readings) });
    }
    const source = { contrast, first: firstChoice(contrast, preset?.word), cuts };
    this.#sources.set(name, source);
    return source;
  }

  async #askCut({ contrast: { texts }, cuts }: Source, edge: EdgeAt, name: string): Promise<void> {
    this.#isCutting = true;
    const need =
      'What this cut does has to be computed by the whole model. Until it is here, the figure shows the sentences uncut.';
    const { cutOf } = await code.fetch();
    const cut = await this.#through(need, async () =>
      cutOf(await this.#readBoth(texts), await this.#readBoth(texts, edge)),
    );
    this.#isCutting = false;
    if (!cut) return;
    cuts.set(name, cut);
    this.refresh();
  }

  #progress: Parameters<typeof pageSentence.read>[1] = () => {};

  /** Lets work through that needs the whole model. */
  #through<T>(need: string, work: () => Promise<T>): Promise<T | undefined> {
    return this.#gate.through(
      need,
      (onProgress) => {
        this.#progress = onProgress;
        return work();
      },
      () => this.refresh(),
    );
  }

  #readBoth([first, second]: Both<string>, cut?: EdgeAt): Promise<Both<Reading>> {
    const read = (of: string): Promise<Reading> => pageSentence.read({ of, whole: true, cut }, this.#progress);
    return Promise.all([read(first), read(second)]);
  }

  #fill(texts: Both<string>): void {
    if (this.#filled === texts.join('|')) return;
    this.#filled = texts.join('|');
    this.#boxes.forEach((box, index) => (box.value = texts[index]!));
  }

  protected override showOwn({ contrast: { texts } }: Shown): void {
    this.#fill(texts);
  }
}
