import { LiveFigure } from '../../figure/live-figure.ts';
import { defaultsOf } from '../../figure/state/state.ts';
import { WorkerReader } from '../../figure/worker-reader.ts';
import type { Reading } from './compute.ts';
import { budget, carriedOn, longest, nameOf, settingOf, type Answer, type Ask, type Run, type Setting } from './run.ts';

type State = LiveFigure['state'];

/** A run that is being trained. */
interface Work {
  readonly setting: Setting;
  /** How far it has come, and how far it is to go. */
  step: number;
  goal: number;
  /** Whether the reader started it, and did not ask for a few steps only. */
  isSteady: boolean;
  /** Whether it is to begin again from the first step. */
  isReset: boolean;
}

/**
 * Trains in a worker of the reader's browser; until then it shows a recorded run. The worker is asked for a
 * few steps at a time, the next ones when those are drawn: so a page that is hidden, and draws nothing, trains nothing.
 */
export class WatchItLearn extends LiveFigure {
  readonly #trainer = new WorkerReader(
    () => new Worker(new URL('./watch-it-learn.worker.ts', import.meta.url), { type: 'module' }),
  );
  readonly #runs = new Map<string, Run>();
  #reading: Reading | undefined;
  #work: Work | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const whenPressed = (button: string, act: () => void): void =>
      this.querySelector(button)!.addEventListener('click', () => void this.whenBegun(act));
    whenPressed('.train', () => {
      if (this.#isRunning) this.#rest();
      else this.#go({ isSteady: true });
    });
    whenPressed('.step', () => {
      if (!this.#isRunning) this.#go({});
    });
    whenPressed('.reset', () => this.#go({ isReset: true }));
    addEventListener('pagehide', this.#leave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#leave);
    this.#leave();
  }

  /** What was learned is learned again from the seed, should the reader come back and go on. */
  readonly #leave = (): void => this.#trainer.end();

  get #isRunning(): boolean {
    return this.#work?.isSteady === true;
  }

  /** Another run rests until the reader starts it. */
  protected override set(change: State): void {
    if (['task', 'layers', 'seed'].some((field) => field in change)) this.#rest();
    super.set(change);
  }

  protected override read(state: State): unknown {
    const setting = settingOf(state);
    const run = this.#runs.get(nameOf(setting)) ?? this.#recorded(state);
    return run ? this.#readingOf(run) : this.#begun(setting);
  }

  protected override isAsBuilt(reading: Reading): boolean {
    return !reading.before && reading.run === this.#recorded(defaultsOf(this.figure!.state as never));
  }

  #recorded(state: State): Run | undefined {
    return (this.figure!.finding!.read(state) as Reading | undefined)?.run;
  }

  /** A run before its first step. */
  async #begun(setting: Setting): Promise<Reading | undefined> {
    const answer = await this.#ask({ ...setting, from: 0, steps: 0 });
    if (!answer) return undefined;
    const run = this.#runs.get(nameOf(setting)) ?? carriedOn(setting, undefined, answer);
    this.#runs.set(nameOf(setting), run);
    return this.#readingOf(run);
  }

  /** What is to be shown of a run; the one that was shown before it, of the same task, stays behind it. */
  #readingOf(run: Run): Reading {
    const last = this.#reading;
    if (last?.run === run && last.isRunning === this.#isRunning) return last;
    const isOther = last && nameOf(last.run) !== nameOf(run);
    const before = isOther && last.run.step > 0 ? last.run : last?.before;
    const isBehind = before && before.task === run.task && nameOf(before) !== nameOf(run);
    this.#reading = { run, before: isBehind ? before : undefined, isRunning: this.#isRunning };
    return this.#reading;
  }

  #rest(): void {
    if (this.#work) Object.assign(this.#work, { goal: 0, isSteady: false });
    if (this.figure) this.refresh();
  }

  /** Goes on with the run at hand to the end of its budget, by a few steps, or from the beginning. */
  #go({ isSteady = false, isReset = false }): void {
    this.#say('');
    const setting = settingOf(this.state);
    const isAtIt = this.#work && nameOf(this.#work.setting) === nameOf(setting);
    const work = isAtIt
      ? this.#work!
      : { setting, step: this.#runs.get(nameOf(setting))?.step ?? 0, goal: 0, isSteady, isReset };
    const goal = isSteady
      ? (Math.floor(work.step / budget) + 1) * budget
      : Math.max(work.goal, work.step) + Number(this.state['pace']);
    Object.assign(work, { goal: isReset ? 0 : Math.min(goal, longest), isSteady, isReset });
    if (isReset) work.step = 0;
    else if (work.step >= work.goal) return;
    this.#work = work;
    if (!isAtIt) void this.#train(work);
    this.refresh();
  }

  async #train(work: Work): Promise<void> {
    const name = nameOf(work.setting);
    try {
      do {
        work.isReset = false;
        const steps = Math.max(0, Math.min(this.#pace, work.goal - work.step));
        const answer = await this.#ask({ ...work.setting, from: work.step, steps });
        if (!answer) break;
        // What was asked before the reader began again is out of date.
        if (work.isReset) continue;
        work.step = answer.step;
        this.#runs.set(name, carriedOn(work.setting, answer.step > steps ? this.#runs.get(name) : undefined, answer));
        this.refresh();
        await new Promise(requestAnimationFrame);
      } while (work.isReset || work.step < work.goal);
    } catch (error) {
      this.#say((error as Error).message);
    }
    if (this.#work !== work) return;
    this.#work = undefined;
    this.refresh();
  }

  #ask(ask: Ask): Promise<Answer | undefined> {
    return this.#trainer.read(ask) as Promise<Answer | undefined>;
  }

  /** Steps from drawing to drawing: many for a reader who wants little to move. */
  get #pace(): number {
    const pace = Number(this.state['pace']);
    return matchMedia('(prefers-reduced-motion: reduce)').matches ? Math.max(pace, 25) : pace;
  }

  #say(sentence: string): void {
    const notice = this.querySelector<HTMLElement>('.untrained')!;
    notice.hidden = sentence === '';
    notice.textContent = sentence;
  }
}
