import { withBase } from '../base.ts';
import { onAddress, say } from '../figure/state/permalink.ts';
import { say as inWords } from '../say.ts';
import type { Reading } from '#lib/encoder/reading.ts';
import { EncoderClient, type Progress } from '../model/client.ts';
import { fetchOnce } from '../model/fetch-once.ts';
import type { PartName } from '../model/download.ts';
import type { Question } from '../model/protocol.ts';

export { Cancelled } from '../model/client.ts';

const storageKey = 'sentence';
const mostKept = 12;

/**
 * The sentence belongs to the page and not to a figure: whichever figure is asked, all
 * that take a sentence follow. It is remembered from page to page while the tab is open, and
 * stands in the address, which counts for more.
 *
 * Fires `change` when there is a new one in `current`, `model` when the model has come, and
 * `wanted` when the address asks for a sentence that only the model can read.
 */
class PageSentence extends EventTarget {
  current: Reading | undefined;
  /** Whether the address asked for it. */
  isAddressed = false;
  /** A sentence of the address that waits for the reader to have the model fetched. */
  wanted: string | undefined;
  #isStarted = false;
  #asked = 0;
  /** What the address asked for last. */
  #addressed: string | undefined;
  readonly #encoder = new EncoderClient();
  /** What the model was asked lately. */
  readonly #read = new Map<string, Reading>();

  constructor() {
    super();
    onAddress((values) => {
      this.#addressed = values.get(storageKey)?.trim() || undefined;
      if (this.#isStarted) void this.#follow(this.#addressed);
    });
  }

  /** Whether the address or an earlier page asks about another sentence than this. */
  hasOther(sentence: string): boolean {
    const remembered = this.#remembered();
    return remembered !== null && remembered !== sentence;
  }

  #remembered(): string | null {
    return this.#addressed ?? recall();
  }

  /** Begins with the sentence asked before, where that needs no download, or else the first example. */
  async start(): Promise<void> {
    this.#isStarted = true;
    const asked = this.#asked;
    const isSettled = (): boolean => asked !== this.#asked || this.current !== undefined;
    const examples = await readExamples();
    const remembered = this.#remembered();
    const known = examples.find(({ text }) => text === remembered);
    if (remembered && !known && !isSettled() && (await this.#encoder.isAtHand('maps')) && !isSettled())
      // A kept model that turns out spoilt, with no network to mend it, leaves the page its own sentence.
      await this.ask(remembered, () => {}).catch(() => {
        if (!this.current && examples[0]) this.#set(examples[0], examples[0].text);
      });
    else if (!isSettled()) {
      const example = known ?? examples[0];
      const wanted = known ? undefined : this.#addressed;
      if (example) this.#set(example, examples[0]?.text);
      if (wanted !== undefined) this.#want(wanted);
    }
  }

  /** The address changed under the page: it says another sentence, or none, which means the page's own. */
  async #follow(sentence: string | undefined): Promise<void> {
    const examples = await readExamples();
    const asked = sentence ?? examples[0]?.text;
    if (asked === undefined || asked === this.current?.text) return;
    const isAtHand = examples.some(({ text }) => text === asked) || (await this.missing(['maps'])).length === 0;
    if (isAtHand) await this.ask(asked, () => {}).catch(() => this.#want(asked));
    else this.#want(asked);
  }

  #want(sentence: string): void {
    this.wanted = sentence;
    say(storageKey, new Map([[storageKey, sentence]]));
    this.dispatchEvent(new Event('wanted'));
  }

  /**
   * Answers a sentence, an example from the page's own file and any other by the model.
   * Only the last question asked changes the page.
   *
   * @throws Cancelled, or an Error with a sentence for the reader; `current` then stays as it was.
   */
  async ask(sentence: string, onProgress: Progress): Promise<void> {
    const asked = ++this.#asked;
    const examples = await readExamples();
    const example = examples.find(({ text }) => text === sentence);
    const reading = example ?? (await this.#encoder.read({ of: sentence }, onProgress));
    if (asked === this.#asked) this.#set(reading, examples[0]?.text);
  }

  /**
   * Turns to an example, which never asks for the model.
   *
   * @throws Error with a sentence for the reader, when the examples cannot be had.
   */
  async askExample(sentence: string): Promise<void> {
    if (!(await readExamples()).some(({ text }) => text === sentence)) throw new Error(inWords('noOtherSentence'));
    await this.ask(sentence, () => {});
  }

  /** Those parts of the model that would have to be downloaded first. */
  async missing(wanted: readonly PartName[]): Promise<readonly PartName[]> {
    const atHand = await Promise.all(wanted.map((part) => this.#encoder.isAtHand(part)));
    return wanted.filter((_, index) => !atHand[index]);
  }

  /**
   * What the model reads in a text or in tokens, which are not the page's sentence and do not become
   * it. Tells the figures when the question has brought the model with it.
   *
   * @throws Cancelled, or an Error with a sentence for the reader.
   */
  async read(question: Question, onProgress: Progress = () => {}): Promise<Reading> {
    // Several figures ask the same, and each asks again for another head.
    const name = JSON.stringify(question);
    const known = this.#read.get(name);
    if (known) return known;
    const had = this.#encoder.isLoaded('maps');
    const reading = await this.#encoder.read(question, onProgress);
    if (this.#read.size >= mostKept) this.#read.clear();
    this.#read.set(name, reading);
    if (!had && this.#encoder.isLoaded('maps')) this.dispatchEvent(new Event('model'));
    return reading;
  }

  cancel(): void {
    this.#encoder.cancel();
  }

  /** @param own The page's own sentence, which the address need not say. */
  #set(reading: Reading, own: string | undefined): void {
    this.current = reading;
    this.isAddressed = reading.text === (this.wanted ?? this.#addressed);
    this.wanted = undefined;
    remember(reading.text);
    this.#addressed = undefined;
    say(storageKey, new Map(reading.text === own ? [] : [[storageKey, reading.text]]));
    this.dispatchEvent(new Event('change'));
  }
}

async function readExamples(): Promise<readonly Reading[]> {
  return (await fetchOnce<readonly Reading[]>(withBase('/figures/examples.json'))) ?? [];
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
