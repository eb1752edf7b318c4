import { LateCode } from '../figure/late-code.ts';
import { recall } from '../prose/kept.ts';
import { say } from '../say.ts';
import { partOf, sayIn, type CellElement } from './cell-element.ts';
import { keptName, linkMark } from './names.ts';

/** What runs and edits cells comes when the first is touched. */
const late = new LateCode('notebookCode', () => import('./notebook.ts'));

/** Code that waits to be touched; what is done first counts, though nothing has come yet. */
class CodeCell extends HTMLElement implements CellElement {
  code = '';

  connectedCallback(): void {
    if (this.code !== '') return;
    const listing = partOf(this, '> pre');
    this.code = listing.textContent;
    listing.tabIndex = 0;
    listing.ariaLabel = say('codeToEdit');
    partOf(this, '.run').addEventListener('click', () => void this.#late(({ notebook }) => notebook.toggle(this)));
    const more = partOf<HTMLDetailsElement>(this, '.more');
    more.addEventListener('toggle', () => {
      if (more.open) void this.#late(({ notebook }) => notebook.offer(this));
    });
    // The mouse gives the focus before it has chosen a place or a part.
    listing.addEventListener('focus', () => {
      if (listing.matches(':focus-visible')) this.#edit();
    });
    listing.addEventListener('click', (event) => this.#edit(event));
    partOf(this, '> .source').addEventListener('keydown', (event) => this.#moveInTools(event));
  }

  /** What stands over a cell is one stop of the tab key: the one of its buttons that was used last. */
  #moveInTools({ key, target }: KeyboardEvent): void {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
    const tools = [...this.querySelectorAll<HTMLElement>(':scope > .source :is(.run, summary, .source > button)')];
    const next = tools[tools.indexOf(target as HTMLElement) + (step ?? NaN)];
    if (!next || !tools.includes(target as HTMLElement)) return;
    for (const each of tools) each.tabIndex = each === next ? 0 : -1;
    next.focus();
  }

  #edit(at?: MouseEvent): void {
    void this.#late(({ notebook }) => notebook.edit(this, at));
  }

  async #late(act: (code: typeof import('./notebook.ts')) => Promise<void> | void): Promise<void> {
    try {
      const code = await late.fetch();
      sayIn(this, '');
      await act(code);
    } catch (error) {
      partOf<HTMLDetailsElement>(this, '.more').open = false;
      sayIn(this, (error as Error).message);
    }
  }

  /** Changes that are kept, or that the address brings. */
  static begin(): void {
    const cells = [...document.querySelectorAll<CodeCell>('code-cell')];
    const isChanged = location.hash.includes(linkMark) || cells.some((cell) => recall(keptName(cell)) !== undefined);
    if (isChanged && cells[0]) void cells[0].#late(({ notebook }) => notebook.begin());
  }
}

customElements.define('code-cell', CodeCell);
CodeCell.begin();
addEventListener('hashchange', () => {
  if (location.hash.includes(linkMark)) CodeCell.begin();
});
