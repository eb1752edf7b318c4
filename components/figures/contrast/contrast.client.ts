import type { Pair } from '#lib/analysis/strongestPair.ts';
import { withBase } from '../../base.ts';
import { fetchOnce } from '../../model/fetch-once.ts';
import { granted } from '../../sentence/granted.ts';
import type { ModelGate } from '../../sentence/model-gate/model-gate.ts';
import { pageSentence } from '../../sentence/page-sentence.ts';
import type { Progress } from '../../model/client.ts';
import type { Reading } from '#lib/encoder/reading.ts';
import { listenToMap } from '../../figure/map-pointer.ts';
import { numberTable } from '../../figure/number-table.ts';
import { phrase } from '../../figure/phrase.ts';
import { onRedraw } from '../../figure/redraw.ts';
import type { State } from '../../figure/state/fields.ts';
import { permalink } from '../../figure/state/permalink.ts';
import { whenTouched } from '../../figure/touched.ts';
import { frameCell } from '../../plots/frame-cell.ts';
import { showNumber } from '../../plots/number.ts';
import { pairedBars } from '../../plots/paired-bars.ts';
import { showWeight } from '../../plots/weight.ts';
import { contrastOf, cutOf, firstChoice, outcomeOf, swapOf, type Both, type Contrast, type Cut } from './contrast.ts';
import { presets } from './pairs.ts';
import type { KnownContrasts } from './read-contrasts.ts';
import {
  apartBars,
  edgeOf,
  mapOf,
  movedBars,
  panes,
  readoutOf,
  sentencesOf,
  sizeOfLargest,
  tablesOf,
  weightsOf,
  type Place,
  type Shown,
} from './shown.ts';
import { state } from './state.ts';
import '../../sentence/model-gate/model-gate.ts';

type Settings = State<typeof state>;

/** A pair of sentences and where its numbers come from: what the build wrote down, and what the model has read. */
interface Source {
  readonly contrast: Contrast;
  readonly word?: string | undefined;
  /** The readings that a cut is compared with; missing until the model was asked. */
  readings?: Both<Reading>;
  /** What each cut asked for has done, by edge. */
  readonly cuts: Map<string, Cut>;
}

const edgeName = ({ layer, head }: Place, { query, key }: Pair): string => [layer, head, query, key].join(' ');

/** Two sentences that differ in one word, and what one attention weight has to do with it. */
class ContrastSentences extends HTMLElement {
  #source: Source | undefined;
  #choice: Pair | undefined;
  #shown: Shown | undefined;
  #begun = false;
  #asked = 0;
  /** One question to the model at a time; the last one asked meanwhile comes next. */
  #cutting = false;
  #say: ((settings: Settings) => void) | undefined;

  connectedCallback(): void {
    this.#say = permalink(this, 'contrast', state, (settings) => void this.#apply(settings));
    whenTouched(this, () => {
      this.#begin();
      if (!this.#source) void this.#usePair(this.#pair);
    });
  }

  #find<E extends Element>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }

  #input(name: string): HTMLInputElement {
    return this.#find(`[name=${name}]`);
  }

  get #pair(): Settings['pair'] {
    return this.#find<HTMLSelectElement>('[name=pair]').value as Settings['pair'];
  }

  get #texts(): Both<string> {
    return [this.#input('first').value, this.#input('second').value];
  }

  get #place(): Place {
    const value = (name: string): number => Number(this.#find<HTMLInputElement>(`[data-choice=${name}]:checked`).value);
    return { layer: value('layer'), head: value('head') };
  }

  /** Listens to the controls, once. */
  #begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    this.#find('form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#useTexts();
    });
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement) void this.#usePair(this.#pair);
      else if (target instanceof HTMLInputElement && (target.dataset['choice'] || target.name === 'cut'))
        this.#change();
    });
    for (const map of this.querySelectorAll<HTMLElement>('.map'))
      listenToMap(map, {
        size: () => ({
          queries: this.#source?.contrast.merged.length ?? 0,
          keys: this.#source?.contrast.merged.length ?? 0,
        }),
        chosen: () => this.#choice ?? { query: 0, key: 0 },
        choose: (query, key) => {
          this.#choice = { query, key };
          this.#change();
        },
      });
    onRedraw(this, () => {
      if (this.#shown) void this.#draw(this.#shown);
    });
  }

  /** Something about the shown pair was changed by the reader. */
  #change(): void {
    void this.#refresh();
    this.#tell();
  }

  async #apply({ pair, first, second, layer, head, query, key, cut }: Settings): Promise<void> {
    this.#begin();
    for (const [name, value] of [
      ['layer', layer],
      ['head', head],
    ] as const)
      this.#find<HTMLInputElement>(`[data-choice=${name}][value="${value - 1}"]`).checked = true;
    this.#input('cut').checked = cut;
    this.#find<HTMLSelectElement>('[name=pair]').value = pair;
    const wished = { query, key };
    if (pair !== 'own' && first === undefined && second === undefined) return this.#usePair(pair, wished);
    const [usualFirst = '', usualSecond = ''] = presets.find(({ id }) => id === pair)?.texts ?? [];
    this.#input('first').value = first ?? usualFirst;
    this.#input('second').value = second ?? usualSecond;
    return this.#useTexts(wished);
  }

  #tell(): void {
    const { layer, head } = this.#place;
    const source = this.#source;
    const usual = source && firstChoice(source.contrast, source.word);
    const choice =
      this.#choice && !(usual?.query === this.#choice.query && usual.key === this.#choice.key)
        ? this.#choice
        : undefined;
    const pair =
      presets.find(({ texts }) => texts[0] === source?.contrast.texts[0] && texts[1] === source.contrast.texts[1])
        ?.id ?? 'own';
    const [first, second] = pair === 'own' ? (source?.contrast.texts ?? []) : [];
    this.#say?.({
      pair,
      first,
      second,
      layer: layer + 1,
      head: head + 1,
      query: choice?.query,
      key: choice?.key,
      cut: this.#input('cut').checked,
    });
  }

  /** Shows a pair that comes with the figure. */
  async #usePair(id: Settings['pair'], wished?: Partial<Pair>): Promise<void> {
    const preset = presets.find((preset) => preset.id === id);
    if (!preset) {
      this.#input('second').focus();
      return;
    }
    const asked = ++this.#asked;
    [this.#input('first').value, this.#input('second').value] = preset.texts;
    const all = await knownContrasts();
    if (asked !== this.#asked) return;
    const found = all?.pairs.find((pair) => pair.id === id);
    if (!all || !found) return this.#useTexts(wished);
    const contrast = contrastOf(found);
    const cuts = all.pairs[0] === found ? all.cuts : [];
    const n = contrast.merged.length;
    const known = cuts.map(
      (cut, edge) => [edgeName(all, { query: Math.floor(edge / n), key: edge % n }), cut] as const,
    );
    this.#gate.clear();
    this.#use({ contrast, word: preset.word, cuts: new Map(known) }, wished);
  }

  /** Compares the two texts that the reader typed; the last good figure stays where they cannot be. */
  async #useTexts(wished?: Partial<Pair>): Promise<void> {
    this.#fault('');
    const texts = this.#texts.map((text) => text.replaceAll(/\s+/g, ' ').trim()) as unknown as Both<string>;
    const preset = presets.find((preset) => preset.texts[0] === texts[0] && preset.texts[1] === texts[1]);
    this.#find<HTMLSelectElement>('[name=pair]').value = preset?.id ?? 'own';
    if (preset && (await knownContrasts())) return this.#usePair(preset.id, wished);
    if (texts.includes('')) return this.#fault('A box is empty. Type a sentence into both, alike but for one word.');
    const asked = ++this.#asked;
    const need =
      'These sentences have to be read by the whole model. Until it is here, the figure shows what it showed before.';
    const readings = await this.#gate.through(
      need,
      (onProgress) => readBoth(texts, undefined, onProgress),
      () => void this.#useTexts(wished),
    );
    if (!readings || asked !== this.#asked) return;
    try {
      swapOf([readings[0].pieces, readings[1].pieces]);
      this.#use(
        {
          contrast: contrastOf({ readings, outcome: outcomeOf(readings) }),
          word: preset?.word,
          readings,
          cuts: new Map(),
        },
        wished,
      );
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#fault(error.message);
    }
  }

  /** @param wished The cell that an address asks for, if an address asks. */
  #use(source: Source, wished: Partial<Pair> | undefined): void {
    this.#fault('');
    const isFirst = this.#source === undefined;
    const n = source.contrast.merged.length;
    const usual = firstChoice(source.contrast, source.word);
    this.#source = source;
    this.#choice = granted(usual, wished ?? {}, n);
    void this.#refresh();
    // What an address asked for, it says already; the first drawing is the page's own.
    if (!isFirst && !wished) this.#tell();
  }

  #fault(sentence: string): void {
    const notice = this.#find<HTMLElement>('.fault');
    notice.textContent = sentence;
    notice.hidden = sentence === '';
  }

  get #gate(): ModelGate {
    return this.#find('model-gate');
  }

  /** Draws what is asked for now; a cut that is not known yet is asked of the model, and drawn when it comes. */
  async #refresh(): Promise<void> {
    const [source, choice, place] = [this.#source, this.#choice, this.#place];
    if (!source || !choice) return;
    const wantsCut = this.#input('cut').checked;
    const cut = wantsCut ? source.cuts.get(edgeName(place, choice)) : undefined;
    await this.#draw({ contrast: source.contrast, place, choice, cut });
    if (cut || !wantsCut) this.#gate.clear();
    else if (!this.#cutting) await this.#askCut(source, place, choice);
  }

  async #askCut(source: Source, place: Place, choice: Pair): Promise<void> {
    this.#cutting = true;
    const need =
      'What this cut does has to be computed by the whole model. Until it is here, the figure shows the sentences uncut.';
    const cut = await this.#gate.through(
      need,
      async (onProgress) => {
        source.readings ??= await readBoth(source.contrast.texts, undefined, onProgress);
        return cutOf(source.readings, await readBoth(source.contrast.texts, { ...place, ...choice }, onProgress));
      },
      () => void this.#refresh(),
    );
    this.#cutting = false;
    if (!cut) return;
    source.cuts.set(edgeName(place, choice), cut);
    await this.#refresh();
  }

  async #draw(shown: Shown): Promise<void> {
    const { heatmap } = await import('../../plots/heatmap.ts');
    const { choice, contrast } = shown;
    if (choice !== this.#choice || contrast !== this.#source?.contrast) return;
    const before = this.#shown;
    this.#shown = shown;
    // Plot is slow beside a frame: maps are drawn again only where they differ.
    const isNew =
      before?.contrast !== contrast ||
      before.place.layer !== shown.place.layer ||
      before.place.head !== shown.place.head ||
      before.cut ||
      shown.cut ||
      before === shown;
    const weights = weightsOf(shown);
    for (const pane of panes) {
      const host = this.#find<HTMLElement>(`[data-pane=${pane}]`);
      if (isNew) show(host.querySelector('.map')!, heatmap(mapOf(shown, pane), { document, width: host.clientWidth }));
      for (const svg of host.querySelectorAll<SVGSVGElement>('.map svg')) frameCell(svg, choice.query, choice.key);
      const most = pane === 'difference' ? showNumber(sizeOfLargest(weights.difference)) : showWeight(weights.max);
      host.querySelector('.max')!.textContent = most;
      if (pane === 'difference') host.querySelector('.min')!.textContent = `−${most}`;
      else host.querySelector('.note')!.textContent = contrast.texts[pane === 'first' ? 0 : 1];
    }
    const moved = movedBars(shown);
    this.#find<HTMLElement>('[data-cut]').hidden = moved === undefined;
    for (const [name, bars] of [
      ['apart', apartBars(shown)],
      ['moved', moved],
    ] as const) {
      const host = this.#find<HTMLElement>(`[data-bars=${name}]`);
      if (bars) show(host, pairedBars(bars, { document, width: host.clientWidth }));
    }
    this.#find('.sentences').textContent = sentencesOf(shown);
    this.#find('.edge').textContent = edgeOf(shown);
    this.#find('.readout').replaceChildren(phrase(document, readoutOf(shown)));
    this.#find('.numbers .scroll').replaceChildren(...tablesOf(shown).map((table) => numberTable(document, table)));
    this.dataset['live'] = '';
  }
}

/** Puts a drawing into the page in place of what stood there, hidden from readers whom the frame serves. */
function show(host: HTMLElement, svg: SVGSVGElement): void {
  svg.setAttribute('aria-hidden', 'true');
  host.replaceChildren(svg);
}

function knownContrasts(): Promise<KnownContrasts | undefined> {
  return fetchOnce<KnownContrasts>(withBase('/figures/contrasts.json'));
}

async function readBoth(
  [first, second]: Both<string>,
  cut: (Place & Pair) | undefined,
  onProgress: Progress,
): Promise<Both<Reading>> {
  return Promise.all([
    pageSentence.read({ of: first, whole: true, cut }, onProgress),
    pageSentence.read({ of: second, whole: true, cut }, onProgress),
  ]);
}

customElements.define('contrast-sentences', ContrastSentences);
