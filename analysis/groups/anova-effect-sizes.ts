import type { Interval } from '../estimate.ts';
import { noncentralFInterval } from '../numeric/noncentral-f-interval.ts';
import type { OneWayAnova } from './one-way-anova.ts';

export interface AnovaEffectSizes {
  readonly eta2: { readonly value: number; readonly interval: Interval };
  /** Less biased; may be 0. */
  readonly omega2: { readonly value: number; readonly interval: Interval };
  readonly epsilon2: { readonly value: number; readonly interval: Interval };
}

/**
 * How much of the variance groups explain: η², ω², ε².
 *
 * η² = SS_b/SS_t; ω² = (SS_b − ν₁ MS_w)/(SS_t + MS_w); ε² = (SS_b − ν₁ MS_w)/SS_t. Interval: that of the
 * noncentrality λ of the F that belongs to the value, as λ/(λ + ν₂).
 *
 * @param anova an estimable one-way analysis of variance.
 * @param level confidence level in (0, 1), two-sided.
 * @returns values in [0, 1]; negative estimates are set to 0.
 * @remarks Missing data: none.
 * @throws DomainError of the noncentral F.
 * @see Steiger, J. H. (2004). https://doi.org/10.1037/1082-989X.9.2.164; Olejnik, S., Algina, J. (2003).
 *   https://doi.org/10.1037/1082-989X.8.4.434. Reference values: effectsize 0.8.3.
 */
export function anovaEffectSizes(
  anova: Extract<OneWayAnova, { ok: true }>,
  level = 0.95,
): AnovaEffectSizes {
  const { squaresBetween, squaresWithin, df1, df2 } = anova;
  const total = squaresBetween + squaresWithin;
  const within = squaresWithin / df2;
  const withInterval = (raw: number) => {
    const value = Math.max(0, raw);
    const f = ((value / (1 - value)) * df2) / df1;
    const [lower, upper] = noncentralFInterval(f, df1, df2, level);
    const interval: Interval = [lower / (lower + df2), upper / (upper + df2)];
    return { value, interval };
  };
  const excess = squaresBetween - df1 * within;
  return {
    eta2: withInterval(squaresBetween / total),
    omega2: withInterval(excess / (total + within)),
    epsilon2: withInterval(excess / total),
  };
}
