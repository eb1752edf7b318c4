/** Calls back once, when an element comes near the viewport: what it loads waits until then. */
export function whenNear(element: Element, start: () => void): void {
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      start();
    },
    { rootMargin: '400px' },
  );
  observer.observe(element);
}
