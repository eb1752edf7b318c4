interface Breakdown {
  readonly bytes: number;
  readonly attribution: readonly { readonly scope?: string }[];
}

type Asked = Performance & { measureUserAgentSpecificMemory?(): Promise<{ readonly breakdown: readonly Breakdown[] }> };

/**
 * Whether the browser tells what a worker holds: Chromium does, on pages that are isolated
 * from others. Its older `performance.memory` counts the page alone, in steps of 10 MB.
 */
export function tellsMemory(): boolean {
  return crossOriginIsolated && 'measureUserAgentSpecificMemory' in performance;
}

/** Bytes that the page's workers hold, or nothing where the browser would not say. */
export async function workerMemory(): Promise<number | undefined> {
  try {
    const { breakdown } = await (performance as Asked).measureUserAgentSpecificMemory!();
    return breakdown
      .filter(({ attribution }) => attribution.some(({ scope }) => scope === 'DedicatedWorkerGlobalScope'))
      .reduce((total, { bytes }) => total + bytes, 0);
  } catch {
    return undefined; // Its policy, or a setting of the reader's, forbids it.
  }
}
