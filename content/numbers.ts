/** Decimals and percentages that prose may state though no claim measures them, and why. */
export const allowed: readonly { readonly text: string; readonly why: string }[] = [];
