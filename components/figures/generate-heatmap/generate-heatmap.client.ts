import type { Reading } from '#lib/encoder/reading.ts';
import { onRedraw } from '../../figure/redraw.ts';
import { longSentence, startsWord, withoutMark } from '../../model/labels.ts';
import type { Unit, View } from '../../model/view.ts';
import { pageSentence } from '../../sentence/page-sentence.ts';
import { SentenceFigure } from '../../sentence/sentence-figure.ts';
import { paintHeatmap } from './canvas.ts';
import type { Heatmap, HeatmapReading, HeatmapState } from './figure.ts';

const untrainedSeed = 1;

/** The opening figure: has room for the whole sentence, which stands above it in large type. */
export class GenerateHeatmap extends SentenceFigure {
  #compared: HeatmapReading | undefined;
  #isWatched = false;

  protected override async read({ untrained: isCompared }: HeatmapState): Promise<HeatmapReading> {
    const sentence = await this.sentence();
    const before = isCompared ? await untrainedOf(sentence) : undefined;
    this.toggleAttribute('data-compared', isCompared);
    if (!before) return sentence;
    // The same two readings are the same reading, which needs no new drawing.
    if (this.#compared?.layers !== sentence.layers || this.#compared.untrained !== before)
      this.#compared = { ...sentence, untrained: before };
    return this.#compared;
  }

  protected override showOwn(shown: Heatmap): void {
    this.#paint(shown);
    if (!this.#isWatched) {
      this.#isWatched = true;
      onRedraw(this, () => this.#paint(this.drawn!.shown as Heatmap, true), { theme: true });
    }
    this.#say(shown);
    this.#setSentence(shown);
  }

  /** A map too large for shapes is painted. */
  #paint({ isPainted, max, ...sides }: Heatmap, isAnew = false): void {
    if (!isPainted) return;
    for (const side of ['trained', 'untrained'] as const) {
      const host = this.querySelector<HTMLElement>(`[data-pane=${side}] .map`)!;
      const view = sides[side];
      if (!view || (host.querySelector('canvas') && !isAnew)) continue;
      host.replaceChildren(paintHeatmap(view.labels.length, view.weights, max, host.parentElement!.clientWidth, host));
    }
  }

  #say({ layer, head }: Heatmap): void {
    const habit = this.querySelector<HTMLElement>('.habit')!;
    const heads = JSON.parse(habit.dataset['heads']!) as string[][];
    habit.querySelector('b')!.textContent = `Layer ${layer}, head ${head}.`;
    habit.querySelector('span')!.textContent = heads[layer - 1]![head - 1]!;
  }

  /** Lights the chosen row in the large sentence. */
  #setSentence({ trained, cell: [query, key] }: Heatmap): void {
    const { labels, weights, unit }: View = trained;
    const n = labels.length;
    const sentence = this.querySelector<HTMLElement>('.sentence')!;
    const before = [...sentence.querySelectorAll('label')].map((label) => label.textContent.trim());
    // The reader may have the focus there: words that stay are left standing.
    if (String(before) !== String(labels.map(withoutMark))) {
      sentence.classList.toggle('long', longSentence(labels));
      const words = labels.map((text, index) => wordOf(text, index, unit));
      sentence.replaceChildren(sentence.querySelector('legend')!, ...words);
    }
    const row = weights.subarray(query * n, (query + 1) * n);
    const strongest = Math.max(...row);
    sentence.querySelectorAll('label').forEach((label, index) => {
      label.style.setProperty('--share', `${((100 * row[index]!) / strongest).toFixed(1)}%`);
      label.classList.toggle('key', index === key);
      label.querySelector('input')!.checked = index === query;
    });
  }
}

function untrainedOf({ pieces, ids }: Reading): Promise<Reading> {
  return pageSentence.read({ of: { pieces, ids }, untrained: untrainedSeed });
}

/** A word of the large sentence: a radio button, so that a row can be chosen without aiming at cells. */
function wordOf(text: string, index: number, unit: Unit): HTMLElement {
  const label = document.createElement('label');
  label.classList.toggle('glued', index > 0 && !startsWord(text, unit));
  const radio = document.createElement('input');
  Object.assign(radio, { type: 'radio', name: 'query', value: String(index) });
  radio.dataset['field'] = 'query';
  label.append(radio, withoutMark(text));
  return label;
}
