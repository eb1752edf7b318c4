/** Decimals and percentages that prose may state though no claim measures them, and why. */
export const allowed: readonly { readonly text: string; readonly why: string }[] = [
  {
    text: '2.5',
    why: 'the version of PyTorch from which a fully masked row gives zeros (its pull request 131060, “Add a private _safe_softmax”)',
  },
];
