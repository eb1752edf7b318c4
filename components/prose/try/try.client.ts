/** Sets the figure, goes there, and says what to look at until the reader does something of their own. */
function act({ figure: name, address, look }: DOMStringMap): void {
  const figure = document.getElementById(`figure-${name}`)!;
  location.hash = address!;
  for (const field of figure.querySelectorAll<HTMLElement>('.fold [data-field]'))
    if (new URLSearchParams(address).has(`${name}.${field.dataset['field']}`)) field.closest('details')!.open = true;

  let said = figure.querySelector<HTMLElement>('.notice.look');
  if (!said) {
    said = document.createElement('p');
    said.className = 'notice look';
    said.setAttribute('role', 'status');
    figure.querySelector('header')!.after(said);
    const clear = (): void => void ((said!.hidden = true), (said!.textContent = ''));
    for (const sign of ['input', 'submit', 'pointerdown', 'keydown']) figure.addEventListener(sign, clear);
  }
  said.hidden = false;
  said.textContent = look!;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  figure.scrollIntoView({ behavior: isCalm ? 'auto' : 'smooth', block: 'start' });
  figure.querySelector<HTMLElement>('[data-drawing][tabindex]')?.focus({ preventScroll: true });
}

for (const button of document.querySelectorAll<HTMLElement>('button.try'))
  button.addEventListener('click', () => act(button.dataset));
