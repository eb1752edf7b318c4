import { EncoderClient, type Progress } from './client.ts';
import { exampleSteps, type Example } from './example.ts';
import type { Reading } from './protocol.ts';

export { Cancelled } from './client.ts';

/** A sentence and what the encoder makes of it. */
export interface Shown extends Reading {
  readonly sentence: string;
}

const storageKey = 'sentence';

/**
 * The sentence belongs to the page and not to a figure: whichever figure is asked, all
 * that take a sentence follow. It is remembered from page to page while the tab is open.
 *
 * Fires `change` when there is a new one in `current`.
 */
class PageSentence extends EventTarget {
  current: Shown | undefined;
  /** Where the examples are; the sentence box knows. */
  examplesUrl = '';
  #asked = 0;
  readonly #encoder = new EncoderClient();
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

function shownOf({ sentence, pieces, ids, maps }: Example): Shown {
  const weights = maps.map((layer) => layer.map((map) => Float32Array.from(map, (step) => step / exampleSteps)));
  return { sentence, pieces, ids, maps: weights, tokens: pieces.length, leftOut: '' };
}

export const pageSentence = new PageSentence();
