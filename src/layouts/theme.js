// Runs before the first paint, so that a reader who chose dark never sees a white flash.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is refused: the page follows the system's setting.
}
