import type { Reading } from '#lib/encoder/reading.ts';
import { withBase } from '../../base.ts';
import type { State } from '../../figure/state/fields.ts';
import { fetchOnce } from '../../model/fetch-once.ts';
import type { headState } from '../../sentence/cell.ts';
import { SentenceFigure } from '../../sentence/sentence-figure.ts';

/** Takes a head apart, which needs its queries, keys and values: an example brings them of one head alone. */
export class ThreeStages extends SentenceFigure {
  /** What is to be shown has its room before it is drawn: drawings are as wide as that. */
  protected override set(change: Parameters<SentenceFigure['set']>[0]): void {
    if (typeof change['show'] === 'string') this.dataset['show'] = change['show'];
    super.set(change);
  }

  protected override showOwn(): void {
    this.dataset['show'] = String(this.state['show']);
  }

  protected override async read(state: State<typeof headState>): Promise<Reading | undefined> {
    const { layer, head } = state;
    const reading = await super.read(state);
    if (!reading || reading.layers[layer - 1]!.workings) return reading;
    const { text } = reading;
    if (text === this.dataset['sentence']) {
      const known = await fetchOnce<Reading>(withBase('/figures/workings.json'));
      if (known?.layers[layer - 1]!.workings?.[head - 1]) return known;
    }
    return this.ask({ of: text }, `Layer ${layer}, head ${head} of “${text}” has to be computed by the model.`);
  }
}
