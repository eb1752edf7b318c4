import type { Reading } from '#lib/encoder/reading.ts';
import { pageSentence } from '../../sentence/page-sentence.ts';
import { SentenceFigure } from '../../sentence/sentence-figure.ts';
import type { Heatmap, HeatmapReading, HeatmapState } from './figure.ts';
import { Headline } from './headline.client.ts';

const untrainedSeed = 1;

/** The opening figure: has room for the whole sentence, which stands above it in large type. */
export class GenerateHeatmap extends SentenceFigure {
  #compared: HeatmapReading | undefined;
  #headline: Headline | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#headline ??= new Headline(this.querySelector('.headline')!);
  }

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
    this.#say(shown);
    this.#headline!.show(shown);
  }

  #say({ layer, head }: Heatmap): void {
    const habit = this.querySelector<HTMLElement>('.habit')!;
    const heads = JSON.parse(habit.dataset['heads']!) as string[][];
    habit.querySelector('b')!.textContent = `Layer ${layer}, head ${head}.`;
    habit.querySelector('span')!.textContent = heads[layer - 1]![head - 1]!;
  }
}

function untrainedOf({ pieces, ids }: Reading): Promise<Reading> {
  return pageSentence.read({ of: { pieces, ids }, untrained: untrainedSeed });
}
