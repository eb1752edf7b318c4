import { LiveFigure } from '../live-figure.ts';
import { linkTo } from '../state/permalink.ts';

/** Ways to take a figure along: its link, its drawing, its numbers. */
class FigureShare extends HTMLElement {
  connectedCallback(): void {
    // A figure may be a table and nothing drawn.
    const isDrawn = this.closest('.figure')!.querySelector('.drawing, svg:not(.katex svg), canvas') !== null;
    for (const button of this.querySelectorAll<HTMLButtonElement>('button')) {
      button.hidden = button.dataset['share'] === 'svg' && !isDrawn;
      button.addEventListener('click', () => void this.#share(button.dataset['share']!));
    }
  }

  async #share(kind: string): Promise<void> {
    const name = this.dataset['figure']!;
    const figure = this.closest<HTMLElement>('.figure')!;
    const live = figure.closest('[data-figure]');
    if (live instanceof LiveFigure) await live.settled();
    if (kind === 'link') return this.#copy(linkTo(figure.id));
    if (kind === 'csv') {
      const { csvOf } = await import('./csv.ts');
      // Spreadsheets take text for another encoding unless it begins with this mark.
      save(`${name}.csv`, 'text/csv', `\uFEFF${csvOf(tablesOf(figure))}`);
    } else {
      const { drawingOf } = await import('./drawing.ts');
      save(`${name}.svg`, 'image/svg+xml', drawingOf(figure, linkTo(figure.id)));
    }
    this.#say(`Saved as ${name}.${kind}.`);
  }

  async #copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.#say('The link is copied.');
    } catch {
      location.replace(link);
      this.#say('The link stands in the address bar, to be copied there.');
    }
  }

  #say(text: string): void {
    this.querySelector('[role=status]')!.textContent = text;
  }
}

/** The numbers under a figure, or those that it is made of. */
function tablesOf(figure: HTMLElement): HTMLTableElement[] {
  const under = figure.querySelectorAll<HTMLTableElement>('.numbers table');
  return [...(under.length > 0 ? under : figure.querySelectorAll('table'))];
}

function save(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

customElements.define('figure-share', FigureShare);
