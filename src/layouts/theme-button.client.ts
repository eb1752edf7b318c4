/** The button that switches between light and dark. */

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
