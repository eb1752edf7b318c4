import type { EncodeOptions } from '#lib/encoder/forward.ts';
import { EncoderClient, type Progress } from './client.ts';
import { shownOf, type Example } from './example.ts';
import type { Layer, Reading } from './protocol.ts';
import type { Shown } from './shown.ts';

export { Cancelled } from './client.ts';

const storageKey = 'sentence';
const mostKept = 12;

/**
 * The sentence belongs to the page and not to a figure: whichever figure is asked, all
 * that take a sentence follow. It is remembered from page to page while the tab is open.
 *
 * Fires `change` when there is a new one in `current`, and `model` when the model has come.
 */
class PageSentence extends EventTarget {
  current: Shown | undefined;
  /** Where the examples are; the sentence box knows. */
  examplesUrl = '';
  #asked = 0;
  readonly #encoder = new EncoderClient();
  /** Several figures ask the same, and each asks again for another head. */
  readonly #encoded = new Map<string, readonly Layer[]>();
  #examples: Promise<readonly Example[]> | undefined;

  /** Whether an earlier page was asked about another sentence than this. */
  hasOther(sentence: string): boolean {
    const remembered = recall();
    return remembered !== null && remembered !== sentence;
  }

  /** Begins with the sentence asked before, where that needs no download, or else the first example. */
  async start(): Promise<void> {
    this.#examples ??= this.#fetchExamples(this.examplesUrl);
    const asked = this.#asked;
    const examples = await this.#examples;
    const remembered = recall();
    const example = examples.find(({ sentence }) => sentence === remembered) ?? (remembered ? undefined : examples[0]);
    if (asked !== this.#asked || this.current) return;
    if (example) this.#set(shownOf(example));
    else if (remembered && (await this.#encoder.isKept())) await this.ask(remembered, () => {});
    else if (examples[0] && asked === this.#asked) this.#set(shownOf(examples[0]));
  }

  /**
   * Answers a sentence, an example from the page's own file and any other by the model.
   * Only the last question asked changes the page.
   *
   * @throws Cancelled, or an Error with a sentence for the reader; `current` then stays as it was.
   */
  async ask(sentence: string, onProgress: Progress): Promise<void> {
    const asked = ++this.#asked;
    this.#examples ??= this.#fetchExamples(this.examplesUrl);
    const example = (await this.#examples).find((each) => each.sentence === sentence);
    const shown = example ? shownOf(example) : { ...(await this.#encoder.read(sentence, onProgress)), sentence };
    if (asked === this.#asked) this.#set(shown);
  }

  /** Whether the model answers without a download. */
  async hasModel(): Promise<boolean> {
    return this.#encoder.isLoaded || this.#encoder.isKept();
  }

  /**
   * What each layer of the trained model computes on its way through tokens, which may be
   * the page's own or those in another order.
   *
   * @throws Cancelled, or an Error with a sentence for the reader.
   */
  async encode(ids: readonly number[], options: EncodeOptions, onProgress: Progress): Promise<readonly Layer[]> {
    const question = JSON.stringify([ids, options]);
    const known = this.#encoded.get(question);
    if (known) return known;
    const had = this.#encoder.isLoaded;
    const layers = await this.#encoder.encode(ids, options, onProgress);
    if (this.#encoded.size >= mostKept) this.#encoded.clear();
    this.#encoded.set(question, layers);
    if (!had) this.dispatchEvent(new Event('model'));
    return layers;
  }

  cancel(): void {
    this.#encoder.cancel();
  }

  /** The maps that the same architecture gives for these tokens before any training. */
  untrained(ids: readonly number[], seed: number): Promise<Reading['maps']> {
    return this.#encoder.untrained(ids, seed);
  }

  #set(shown: Shown): void {
    this.current = shown;
    remember(shown.sentence);
    this.dispatchEvent(new Event('change'));
  }

  async #fetchExamples(url: string): Promise<readonly Example[]> {
    try {
      const response = await fetch(url);
      return response.ok ? ((await response.json()) as readonly Example[]) : [];
    } catch {
      return []; // The model answers in their place.
    }
  }
}

/** Storage may be refused: then each page begins with its own sentence. */
function recall(): string | null {
  try {
    return sessionStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function remember(sentence: string): void {
  try {
    sessionStorage.setItem(storageKey, sentence);
  } catch {
    // As above.
  }
}

export const pageSentence = new PageSentence();
