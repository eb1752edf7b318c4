// Runs before the first paint, so that a reader who chose dark never sees a white flash.
// Who embeds a figure may ask for a theme in its address, which counts for more.
try {
  const theme = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is refused: the page follows the system's setting.
}

// A script that does not come leaves controls that look alive and do nothing: the reader is told, once.
addEventListener(
  'error',
  ({ target }) => {
    const root = document.documentElement;
    if (target.localName !== 'script' || 'broken' in root.dataset) return;
    root.dataset.broken = '';
    const strings = JSON.parse(document.querySelector('meta[name=strings]').content);
    const [said, again] = ['p', 'button'].map((name) => document.createElement(name));
    said.className = 'broken';
    said.role = 'alert';
    again.type = 'button';
    again.textContent = strings.reload;
    again.addEventListener('click', () => location.reload());
    said.append(strings.broken, again);
    document.body.append(said);
  },
  true,
);
