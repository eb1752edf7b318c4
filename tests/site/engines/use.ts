import type { Engine } from './engine.ts';

/** What a figure shows in words and numbers, and its drawings and which of its parts are to be seen. */
export interface Seen {
  readonly text: string;
  readonly drawn: string;
}

/** A figure's read-out, its tables and the words and numbers of its drawings. */
export async function seen(engine: Engine): Promise<Seen> {
  return engine.run(() => {
    const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    const all = (selector: string): Element[] => [...document.querySelectorAll(`.figure ${selector}`)];
    return {
      text: all(':is(.readout, table tr, svg text, output, .notice)').map(textOf).join('\n'),
      drawn: [
        ...all(':is(svg, table, .readout)').map((element) => element.outerHTML),
        ...all('*').map((element) => (element.getClientRects().length > 0 ? '+' : '-')),
      ].join(''),
    };
  });
}

/** Looks until two looks in a row, a moment apart, are the same. */
export async function settled(engine: Engine): Promise<Seen> {
  let before = await seen(engine);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const now = await seen(engine);
    if (now.drawn === before.drawn) return now;
    before = now;
  }
}

/** It listens as soon as it is touched and does not say so: nothing has to be loaded for it. */
const atOnce = ['attention-alignment'];

/**
 * Changes the first setting of the figure that stands alone on the page, as a reader with a
 * keyboard does.
 *
 * @returns What was changed; nothing where a figure has no setting.
 */
export async function changeFirst(engine: Engine): Promise<string | undefined> {
  const tag = await engine.run(() => document.querySelector('.figure')!.parentElement!.localName);
  if (!tag.includes('-')) return undefined;
  await engine.hover('.figure .title');
  if (!atOnce.includes(tag)) await until(engine, () => document.querySelector('[data-live]') !== null);
  const { kind, name, isAtEnd } = await engine.run(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('.figure .fold')) fold.open = true;
    const controls = [
      ...document.querySelectorAll<HTMLInputElement | HTMLButtonElement | HTMLSelectElement>(
        '.figure :is(input, button, select)',
      ),
    ];
    const handle = document.querySelector<HTMLElement>('.figure [role=slider]');
    const own = controls.filter(
      (each) =>
        !each.disabled &&
        each.getAttribute('aria-disabled') !== 'true' &&
        !each.closest('figure-share, .numbers') &&
        each.getClientRects().length > 0,
    );
    const first = (['range', 'radio', 'select-one', 'button'] as const)
      .flatMap((kind) => own.filter(({ type }) => type === kind))
      .find((each) => each.type !== 'radio' || (each as HTMLInputElement).checked);
    if (!first) {
      handle!.focus();
      return { kind: 'slider' as const, name: 'handle', isAtEnd: false };
    }
    first.focus();
    const kind = first.type as 'range' | 'radio' | 'select-one' | 'button';
    const others = own.filter(({ type, name }) => type === 'radio' && name === first.name);
    const isAtEnd =
      kind === 'radio'
        ? others.at(-1) === first
        : (first as HTMLInputElement).value === (first as HTMLInputElement).max;
    return { kind, name: first.name, isAtEnd };
  });
  // Not every browser goes on from the last of a group to its first.
  const keys = {
    range: isAtEnd ? 'ArrowLeft' : 'ArrowRight',
    radio: isAtEnd ? 'ArrowUp' : 'ArrowDown',
    slider: 'ArrowRight',
  } as const;
  if (kind === 'select-one') {
    // What an arrow key does to a closed list differs from browser to browser; what its change does, does not.
    await engine.run((name) => {
      const list = document.querySelector<HTMLSelectElement>(`.figure select[name="${name}"]`)!;
      list.selectedIndex = (list.selectedIndex + 1) % list.options.length;
      for (const kind of ['input', 'change']) list.dispatchEvent(new Event(kind, { bubbles: true }));
    }, name);
    return `${kind} ${name}`;
  }
  // No key from Firefox's driver presses a button, on an empty page either: the pointer does.
  if (kind === 'button') await engine.click(`.figure button[name=${name}]`);
  else await engine.press(keys[kind]);
  return `${kind} ${name}`;
}

export async function until(engine: Engine, condition: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 250; attempt++) {
    if (await engine.run(condition)) return;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new Error(`It did not come to be that ${condition}.`);
}
