const signs = ['pointerover', 'pointerdown', 'focusin'] as const;

/**
 * Calls back once, when the reader first points at, touches or focuses a figure. Its
 * drawing stands in the HTML already, so what it takes to change it can wait until then;
 * the event itself still reaches whatever the figure listens to from here on.
 */
export function whenTouched(element: Element, start: () => void): void {
  const begin = (): void => {
    for (const sign of signs) element.removeEventListener(sign, begin, true);
    start();
  };
  for (const sign of signs) element.addEventListener(sign, begin, { capture: true, passive: true });
}
