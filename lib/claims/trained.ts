import type { Claim, Model, Theory } from './claim.ts';

/**
 * Makes the claims of one study that are shares, printed in per cent.
 *
 * @param study What their names begin with.
 */
export function sharesOf(study: string) {
  return (id: string, says: string, theory: Theory, measure: (model: Model) => number, decimals = 0): Claim => ({
    id: `${study}-${id}`,
    says,
    badge: 'trained',
    theory,
    decimals,
    percent: true,
    measure,
  });
}

/**
 * From how many seeds the models of a study were trained.
 *
 * @param study What its name begins with.
 * @param says What was trained from them.
 * @param cards Of all its models.
 */
export function seedsOf(
  study: string,
  says: string,
  cards: (model: Model) => readonly { readonly seed: number }[],
): Claim {
  return {
    id: `${study}-seeds`,
    says,
    badge: 'trained',
    theory: { atLeast: 2, because: 'One seed would not show how far the result depends on it.' },
    decimals: 0,
    measure: (model) => new Set(cards(model).map(({ seed }) => seed)).size,
  };
}
