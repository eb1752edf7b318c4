import { LiveFigure } from '../../figure/live-figure.ts';

/** Its list of questions sets the point as a slider does, and says “own” where no question stands. */
export class LibraryShelf extends LiveFigure {
  protected override showOwn({ at }: { readonly at: readonly number[] }): void {
    const list = this.querySelector('select')!;
    list.value = at.join(',');
    if (list.selectedIndex < 0) list.value = 'own';
  }
}
