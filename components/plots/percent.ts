/** A share as it is told: `86 %`. */
export function showPercent(share: number, decimals = 0): string {
  return `${(100 * share).toFixed(decimals)} %`;
}
