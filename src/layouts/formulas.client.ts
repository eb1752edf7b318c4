/** A formula is copied as its TeX, once, and never as the two forms in which it stands in the page. */
document.addEventListener('copy', (event) => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData) return;
  const range = selection.getRangeAt(0).cloneRange();
  const formulaAt = (node: Node): Element | null | undefined =>
    (node instanceof Element ? node : node.parentElement)?.closest('.katex');
  const [first, last] = [formulaAt(range.startContainer), formulaAt(range.endContainer)];
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);

  const copied = document.createElement('div');
  copied.append(range.cloneContents());
  const formulas = copied.querySelectorAll('.katex');
  if (formulas.length === 0) return;
  for (const formula of formulas) {
    const tex = formula.querySelector('annotation')!.textContent.trim();
    formula.replaceWith(formula.querySelector('[display=block]') ? `$$\n${tex}\n$$\n` : `$${tex}$`);
  }
  event.clipboardData.setData('text/html', copied.innerHTML);
  for (const block of copied.querySelectorAll('p, li, h1, h2, h3, tr, pre, figcaption')) block.append('\n\n');
  event.clipboardData.setData('text/plain', copied.textContent.trim());
  event.preventDefault();
});
