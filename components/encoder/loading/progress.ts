/** Tells how many bytes of the model have come, in a `Loading` part. */
export function showProgress(loading: HTMLElement, received: number): void {
  loading.querySelector('progress')!.value = received;
  loading.querySelector('output')!.textContent = (received / 1e6).toFixed(1);
}
