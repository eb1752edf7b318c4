import { hand } from '../figure/share/hand.ts';
import { linkTo, say as sayInAddress } from '../figure/state/permalink.ts';
import { say } from '../say.ts';
import { partOf, sayIn, type CellElement } from './cell-element.ts';
import { addressName, idOf } from './names.ts';
import { packChanges, type Changes } from './packed.ts';

/** What the menu asks of the cells. */
interface Cells {
  readonly cells: readonly CellElement[];
  readonly changes: Changes;
  isEager: boolean;
  isChanged(cell: CellElement): boolean;
  set(cell: CellElement): Promise<void>;
  restoreAll(): Promise<void>;
}

/** Longer addresses are cut off by programs that pass them on. */
const longestLink = 8000;

/** Makes the menu of a cell as it is now. */
export function fillMenu(cell: CellElement, all: Cells): void {
  const menu = partOf(cell, '.menu');
  const more = partOf<HTMLDetailsElement>(cell, '.more');
  closeWhenLeft(more);
  const button = (text: string, act: () => Promise<void> | void, isOf = true): HTMLElement[] => {
    if (!isOf) return [];
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', () => {
      close(more);
      void act();
    });
    return [made];
  };
  const count = Object.keys(all.changes).length;
  menu.replaceChildren(
    pace(all),
    ...button(say('restoreCell'), () => all.set(cell), all.isChanged(cell)),
    ...button(say('restoreCells', { count }), () => all.restoreAll(), count > 1),
    ...button(say('downloadCell'), () => download(cell, `${idOf(cell)}.ts`, cell.code)),
    ...button(say('downloadCells'), () => download(cell, 'cells.ts', programOf(all))),
    ...button(say('copyCells'), () => share(cell, all)),
  );
}

function close(more: HTMLDetailsElement): void {
  more.open = false;
  more.querySelector('summary')!.focus();
}

/** It is closed by Escape, and when the reader goes on to something else. */
function closeWhenLeft(more: HTMLDetailsElement): void {
  const closed = new AbortController();
  const { signal } = closed;
  const leave = ({ target }: Event): void => {
    if (!more.contains(target as Node)) more.open = false;
  };
  document.addEventListener('pointerdown', leave, { signal });
  document.addEventListener('focusin', leave, { signal });
  more.addEventListener('keydown', ({ key }) => key === 'Escape' && close(more), { signal });
  more.addEventListener('toggle', () => more.open || closed.abort(), { signal });
}

/** The switch of running by itself. */
function pace(all: Cells): HTMLElement {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = all.isEager;
  box.addEventListener('change', () => (all.isEager = box.checked));
  label.append(box, say('runsByItself'));
  return label;
}

function download(cell: CellElement, name: string, code: string): void {
  hand(name, new Blob([`${code}\n`], { type: 'text/typescript;charset=utf-8' }));
  sayIn(cell, say('handed', { name }));
}

/** The program of the page, each cell under its name. */
function programOf({ cells }: Cells): string {
  const head = `// ${say('fileOfCells', { address: location.origin + location.pathname })}\n// ${say('fileHas')}`;
  return [head, ...cells.map((cell) => `// ${say('fileCell', { name: idOf(cell) })}\n${cell.code}`)].join('\n\n');
}

async function share(cell: CellElement, { changes }: Cells): Promise<void> {
  const isChanged = Object.keys(changes).length > 0;
  const packed = isChanged ? await packChanges(changes) : undefined;
  if (packed !== undefined && packed.length > longestLink) return sayIn(cell, say('tooMuchCode'));
  sayInAddress(addressName, new Map(packed === undefined ? [] : [[addressName, packed]]));
  const link = linkTo(cell.id);
  const isCopied = await navigator.clipboard?.writeText(link).then(
    () => true,
    () => false,
  );
  sayIn(cell, say(isCopied ? 'linkCopied' : 'linkInBar'));
}
