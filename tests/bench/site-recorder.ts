/** What an act took, in milliseconds, once the page is at rest again. */
export interface Timing {
  /** From the input to the frame painted after it was handled: of the act's inputs, the slowest. */
  readonly ms: number;
  /**
   * From the act's last input to the frame with its last change of the figure, as long as patience
   * lasts; nothing where nothing changed.
   */
  readonly answer: number | undefined;
  /** The kinds of input that reached the figure. */
  readonly heard: readonly string[];
}

/** A control that a reader sees and has not used yet. */
export interface Control {
  /** The same in every visit: what it is, and its place among its like. */
  readonly name: string;
  readonly kind:
    'range' | 'choice' | 'check' | 'select' | 'number' | 'text' | 'button' | 'fold' | 'handle' | 'keys' | 'drawing';
  /** From where in the window to where it reaches. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Where a slider stands, from 0 to 1. */
  readonly at: number;
}

export interface Recorder {
  /** Names of all that has controls, in the order of the page: figures, and what else is interactive. */
  figures(): string[];
  /** Scrolls to a figure, and waits for what that brings. */
  approach(figure: string): Promise<void>;
  /** The next control of a figure whose name is not among these, in the middle of the window. */
  next(figure: string, used: readonly string[]): Promise<Control | undefined>;
  focus(): void;
  begin(figure: string): void;
  end(patience: number): Promise<Timing>;
  atRest(patience: number): Promise<void>;
  shifts(): { readonly value: number; readonly at: number; readonly asked: boolean }[];
  load(): { readonly lcp: number; readonly blocked: number; readonly elements: number; readonly laidOut: number };
}

declare global {
  /** In a page that is visited. */
  var recorder: Recorder;
}

/** Runs in the page, before its own scripts, and so holds everything it needs. */
export function installRecorder(): void {
  /** Without a change or work for so many milliseconds, a page is at rest. */
  const rest = 150;
  /** Of cells in one table, the first few stand for all. */
  const cells = 3;
  const keys =
    'input:not([type=hidden]), select, button:not([data-share]:not([data-share=link])), summary, [tabindex="0"], svg, canvas';

  interface EventEntry extends PerformanceEntry {
    readonly duration: number;
  }
  interface ShiftEntry extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
  }
  const observed: Record<string, PerformanceEntry[]> = {};
  const observers = Object.entries({
    event: { durationThreshold: 16 },
    'largest-contentful-paint': {},
    'layout-shift': {},
    longtask: {},
  }).map(([type, more]) => {
    const entries: PerformanceEntry[] = (observed[type] = []);
    const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
    observer.observe({ type, buffered: true, ...more } as PerformanceObserverInit);
    return () => entries.push(...observer.takeRecords());
  });
  const entriesOf = <T extends PerformanceEntry>(type: string): T[] => {
    for (const take of observers) take();
    return observed[type] as T[];
  };

  /** Calls back once the frame that is being made has been painted. */
  const painted = (then: () => void): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(0);
    });
  };

  let host: Element | undefined;
  let control: HTMLElement | undefined;
  let begun = 0;
  const heard = new Set<string>();
  let lastInput = 0;
  let slowest = 0;
  let answered: number | undefined;
  let lastChange = 0;
  let paints = 0;
  /** Workers that were asked and have not answered. */
  const asked = new Set<Worker>();

  for (const type of ['pointerdown', 'pointermove', 'pointerup', 'click', 'keydown', 'keyup', 'input', 'change'])
    addEventListener(
      type,
      (event) => {
        if (!event.isTrusted || !host || !event.composedPath().includes(host)) return;
        heard.add(event.type);
        lastInput = Math.max(lastInput, event.timeStamp);
        paints++;
        painted(() => {
          paints--;
          slowest = Math.max(slowest, performance.now() - event.timeStamp);
        });
      },
      { capture: true, passive: true },
    );

  const watcher = new MutationObserver((changes) => {
    lastChange = performance.now();
    if (!changes.some(({ target }) => host?.contains(target))) return;
    paints++;
    painted(() => {
      paints--;
      answered = performance.now();
    });
  });

  const known = new WeakSet<Worker>();
  const post = Worker.prototype.postMessage as (...given: unknown[]) => void;
  Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]): void {
    asked.add(this);
    if (!known.has(this)) {
      known.add(this);
      this.addEventListener('message', () => asked.delete(this));
      this.addEventListener('error', () => asked.delete(this));
    }
    post.apply(this, given);
  };

  const customOf = (element: Element): Element | undefined => {
    for (let at: Element | null = element; at; at = at.parentElement) if (at.localName.includes('-')) return at;
    return undefined;
  };
  /** A figure with the element that brings it to life, or, outside figures, such an element alone. */
  const hostOf = (element: Element): Element | undefined => {
    const figure = element.closest('figure.figure');
    const custom = customOf(figure ?? element);
    return figure && custom?.querySelectorAll('figure.figure').length !== 1 ? figure : custom;
  };
  const nameOf = (host: Element): string => {
    const figure = host.matches('figure') ? host : host.querySelector('figure.figure');
    if (figure) return figure.id.replace(/^figure-/, '');
    return `${host.localName} ${host.id || host.getAttribute('data-name') || ''}`.trim();
  };

  const visible = (element: Element): boolean => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0;
  };

  /** What a reader presses: the label of a control, where it has one. */
  const pressed = (element: Element): HTMLElement => {
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
    return (label && visible(label) ? label : element) as HTMLElement;
  };

  const kindOf = (element: Element): Control['kind'] | undefined => {
    if (element instanceof HTMLInputElement) {
      if (element.disabled) return undefined;
      if (element.type === 'radio') return element.checked ? undefined : 'choice';
      if (element.type === 'checkbox') return 'check';
      return element.type === 'range' || element.type === 'number' ? element.type : 'text';
    }
    if (element instanceof HTMLSelectElement) return element.disabled ? undefined : 'select';
    if (element instanceof HTMLButtonElement)
      return element.disabled || element.getAttribute('aria-disabled') === 'true' ? undefined : 'button';
    if (element.localName === 'summary') return 'fold';
    if (element instanceof SVGElement || element instanceof HTMLCanvasElement) {
      const { width, height } = element.getBoundingClientRect();
      const isDrawing = width >= 60 && height >= 40 && !element.parentElement!.closest('svg, button, label, summary');
      return isDrawing ? 'drawing' : undefined;
    }
    return element.getAttribute('role') === 'slider' ? 'handle' : 'keys';
  };

  const controlsOf = (figure: string): { element: Element; kind: Control['kind']; name: string }[] => {
    const seen = new Map<string, number>();
    const inTable = new Map<string, number>();
    return [...hostNamed(figure).querySelectorAll(keys)].flatMap((element) => {
      const isDrawn = element.matches('svg, canvas');
      const what = [
        isDrawn ? `${element.localName} in ${element.parentElement!.classList[0]}` : element.localName,
        element.getAttribute('type'),
        element.getAttribute('name') ??
          element.getAttribute('data-share') ??
          (isDrawn ? undefined : element.classList[0]),
        ['radio', 'checkbox'].includes(element.getAttribute('type') ?? '') ? element.getAttribute('value') : undefined,
      ]
        .filter(Boolean)
        .join(' ');
      const place = (seen.get(what) ?? 0) + 1;
      seen.set(what, place);
      const kind = kindOf(element);
      if (!kind || !visible(pressed(element))) return [];
      const table = element.closest('table');
      if (table) {
        const tables = [...hostNamed(figure).querySelectorAll('table')];
        const key = `${kind} ${tables.indexOf(table)}`;
        inTable.set(key, (inTable.get(key) ?? 0) + 1);
        if (inTable.get(key)! > cells) return [];
      }
      return [{ element, kind, name: place === 1 ? what : `${what} (${place})` }];
    });
  };

  const hosts = (): Map<string, Element> => {
    const found = new Map<string, Element>();
    for (const element of document.querySelectorAll(`main :is(figure.figure, ${keys})`)) {
      const host = hostOf(element);
      if (host) found.set(nameOf(host), host);
    }
    return found;
  };
  const hostNamed = (figure: string): Element => {
    const found = hosts().get(figure);
    if (!found || !visible(found)) throw new Error('The figure has vanished from the page.');
    return found;
  };

  const atRest = (patience: number): Promise<void> =>
    new Promise((resolve) => {
      const start = performance.now();
      let quietSince = start;
      let due = start + 10;
      const look = (): void => {
        const now = performance.now();
        // A turn that comes late was kept waiting by work.
        if (now - due > 30 || asked.size > 0 || paints > 0) quietSince = now;
        quietSince = Math.max(quietSince, lastChange);
        if (now - quietSince >= rest || now - start >= patience) resolve();
        else {
          due = performance.now() + 10;
          setTimeout(look, 10);
        }
      };
      setTimeout(look, 10);
    });

  const shifts = (): ReturnType<Recorder['shifts']> =>
    entriesOf<ShiftEntry>('layout-shift').map(({ value, startTime, hadRecentInput }) => ({
      value,
      at: startTime,
      asked: hadRecentInput,
    }));

  globalThis.recorder = {
    figures: () => [...hosts().keys()],
    approach(figure) {
      hostNamed(figure).scrollIntoView({ block: 'center', behavior: 'instant' });
      return atRest(2_000);
    },
    async next(figure, used) {
      const next = controlsOf(figure).find(({ name }) => !used.includes(name));
      if (!next) return undefined;
      control = next.element as HTMLElement;
      const target = pressed(control);
      target.scrollIntoView({ block: 'center', behavior: 'instant' });
      await new Promise<void>((resolve) => painted(resolve));
      const { x, y, width, height } = target.getBoundingClientRect();
      const { min, max, value } = control as HTMLInputElement;
      const at =
        next.kind === 'range' ? (Number(value) - Number(min || 0)) / (Number(max || 100) - Number(min || 0)) : 0;
      return { name: next.name, kind: next.kind, box: { x, y, width, height }, at };
    },
    focus: () => control?.focus({ preventScroll: true }),
    begin(figure) {
      host = hostNamed(figure);
      watcher.observe(document.querySelector('main')!, {
        childList: true,
        subtree: true,
        attributes: true,
        characterData: true,
      });
      heard.clear();
      [lastInput, slowest, answered, begun] = [0, 0, undefined, performance.now()];
    },
    async end(patience) {
      await atRest(patience);
      watcher.disconnect();
      const figure = host!;
      host = undefined;
      if (!figure.isConnected || !visible(figure)) throw new Error('The figure has vanished from the page.');
      const events = entriesOf<EventEntry>('event').filter(({ startTime }) => startTime >= begun);
      return {
        ms: Math.max(slowest, ...events.map(({ duration }) => duration)),
        answer: answered === undefined ? undefined : Math.max(0, answered - lastInput),
        heard: [...heard],
      };
    },
    atRest,
    shifts,
    load() {
      const elements = [...document.querySelectorAll('*')];
      return {
        lcp: entriesOf('largest-contentful-paint').at(-1)?.startTime ?? NaN,
        blocked: entriesOf('longtask').reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
        elements: elements.length,
        laidOut: elements.filter((element) => element.checkVisibility({ contentVisibilityAuto: true })).length,
      };
    },
  };
}
