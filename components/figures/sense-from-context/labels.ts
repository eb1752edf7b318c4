/** Two decimals, with a true minus. */
export function showCosine(cosine: number): string {
  return cosine.toFixed(2).replace('-', '−');
}
