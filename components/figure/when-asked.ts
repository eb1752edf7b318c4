/**
 * Calls back when a reader asks what a box of fields asks: by its first button, or by Enter in a
 * field. It is no form: a page with the figure in a frame may let none be sent.
 */
export function whenAsked(box: HTMLElement, ask: () => void): void {
  box.querySelector('button')!.addEventListener('click', ask);
  box.addEventListener('keydown', ({ key, isComposing, target }) => {
    // While letters are put together to a character, Enter ends that.
    if (key === 'Enter' && !isComposing && target instanceof HTMLInputElement) ask();
  });
}
