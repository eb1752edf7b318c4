/** Pointing at a concept lights every other mention of it on the page. */
function light(event: Event): void {
  const target = event.target instanceof Element ? event.target.closest('[data-concept]') : null;
  const concept = target?.getAttribute('data-concept');
  for (const element of document.querySelectorAll('[data-concept]'))
    element.classList.toggle('lit', element.getAttribute('data-concept') === concept);
}
document.addEventListener('pointerover', light);
document.addEventListener('focusin', light);
