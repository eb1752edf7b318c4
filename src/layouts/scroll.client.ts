/** What is wider than its place can be scrolled from the keyboard, and nothing else is a stop on the way. */
const watched = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const scroller = target.closest<HTMLElement>('.scroll, pre');
    // Nothing, where a table was made again: what it held is seen once more, as it goes.
    if (!scroller) continue;
    // A cell's code is a stop in any case: there it is edited.
    if (scroller.scrollWidth > scroller.clientWidth || scroller.matches('code-cell > pre')) scroller.tabIndex = 0;
    else scroller.removeAttribute('tabindex');
  }
});
for (const scroller of document.querySelectorAll('.scroll, pre')) {
  watched.observe(scroller);
  for (const inside of scroller.children) watched.observe(inside);
}
