/** Tells how many bytes of the model have come, and of how many, in a `Loading` part. */
export function showProgress(loading: HTMLElement, received: number, total: number): void {
  const progress = loading.querySelector('progress')!;
  progress.max = total;
  progress.value = received;
  loading.querySelector('output')!.textContent = (received / 1e6).toFixed(1);
  loading.querySelector('.total')!.textContent = (total / 1e6).toFixed(1);
}
