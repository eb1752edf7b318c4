import { LateCode } from '../../figure/late-code.ts';
import { LiveFigure } from '../../figure/live-figure.ts';
import { whenAsked } from '../../figure/when-asked.ts';
import type { ModelGate } from '../../sentence/model-gate/model-gate.ts';
import '../../sentence/model-gate/model-gate.ts';
import { say } from '../../say.ts';
import { pageSentence } from '../../sentence/page-sentence.ts';
import type { SenseState, Shown } from './figure.ts';
import type { SenseReading } from './pairs.ts';

const code = new LateCode('figureCode', () => import('./own-pair.ts'));
const names = ['word', 'first', 'firstSense', 'second', 'secondSense'] as const;
type Texts = Readonly<Record<(typeof names)[number], string>>;

/** A word form in two sentences that a reader may type, with words for its two senses. */
export class TwoSensesFigure extends LiveFigure {
  /** What the boxes were filled with last: what a reader has typed since stays. */
  #filled = '';
  #last: { readonly name: string; readonly reading: SenseReading } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // The build filled them: what is typed before the code has come stays too.
    this.#filled = this.dataset['sentence']!;
    whenAsked(this.querySelector('.ask')!, () => {
      const typed = names.map((name) => [name, this.#box(name).value.replaceAll(/\s+/g, ' ').trim()] as const);
      void this.whenBegun(() => this.set({ pair: 'own', ...Object.fromEntries(typed) }));
    });
  }

  #box(name: string): HTMLInputElement {
    return this.querySelector<HTMLInputElement>(`.ask [name=${name}]`)!;
  }

  /** Another pair leaves out what was typed. One's own is typed: until then, the pair that stands there stays. */
  protected override set(change: Parameters<LiveFigure['set']>[0]): void {
    if (change['pair'] === 'own' && !('first' in change)) {
      this.#box('word').focus();
      return super.set({ pair: this.state['pair'] });
    }
    const open = Object.fromEntries(names.map((name) => [name, undefined]));
    super.set('pair' in change ? { ...open, ...change } : change);
  }

  /** The build drew one of the pairs that it brought. */
  protected override isAsBuilt(reading: unknown): boolean {
    return (reading as SenseReading).own === undefined;
  }

  protected override async read(asked: SenseState): Promise<SenseReading | undefined> {
    const known = super.read(asked) as SenseReading;
    const gate = this.querySelector<ModelGate>('model-gate')!;
    if (asked.pair !== 'own' && names.every((name) => !asked[name])) {
      gate.clear();
      return known;
    }
    const { pairOf, placesOf } = await code.fetch();
    const [word, first, firstSense, second, secondSense] = names.map((name) => asked[name] ?? '') as [
      string,
      string,
      string,
      string,
      string,
    ];
    this.#fill({ word, first, firstSense, second, secondSense });
    const pair = pairOf({ word, sentences: [first, second], anchors: [firstSense, secondSense] });
    const name = JSON.stringify(pair);
    if (this.#last?.name === name) return this.#last.reading;
    const places = await gate.through(
      say('untilHere', { need: 'These sentences have to be read by the whole model.' }),
      async (onProgress) => {
        const read = (of: string) => pageSentence.read({ of, whole: true }, onProgress);
        const all = (texts: readonly string[]) => Promise.all(texts.map(read));
        const both = await all(pair.sentences);
        const anchors = [await all(pair.anchors[0]), await all(pair.anchors[1])] as const;
        return () => placesOf(pair, [both[0]!, both[1]!], anchors);
      },
      () => this.refresh(),
    );
    if (!places) return undefined;
    this.#last = { name, reading: { ...known, own: { pair, places: places() } } };
    return this.#last.reading;
  }

  protected override showOwn({ word, sentences: [first, second], anchors }: Shown): void {
    const [firstSense, secondSense] = anchors.map((list) => list.join(' ')) as [string, string];
    this.#fill({ word, first, firstSense, second, secondSense });
  }

  #fill(texts: Texts): void {
    const filled = names.map((name) => texts[name]).join('|');
    if (this.#filled === filled) return;
    this.#filled = filled;
    for (const name of names) this.#box(name).value = texts[name];
  }
}
