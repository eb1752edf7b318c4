/** The two things every page does with a script: the theme button, and concepts that light together. */

const button = document.querySelector<HTMLButtonElement>('.theme')!;
button.hidden = false;
button.addEventListener('click', () => {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const theme = (document.documentElement.dataset['theme'] ?? system) === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // Storage is refused: the choice lasts as long as the page.
  }
});

function light(event: Event): void {
  const target = event.target instanceof Element ? event.target.closest('[data-concept]') : null;
  const concept = target?.getAttribute('data-concept');
  for (const element of document.querySelectorAll('[data-concept]'))
    element.classList.toggle('lit', element.getAttribute('data-concept') === concept);
}
document.addEventListener('pointerover', light);
document.addEventListener('focusin', light);
