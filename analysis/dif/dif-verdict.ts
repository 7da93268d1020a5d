/** Jodoin & Gierl (2001) on ΔNagelkerke R²: moderate, large. */
const NAGELKERKE = [0.035, 0.07] as const;
/** ΔMcFadden R² that flags an item (Crane et al. 2007; COSMIN). */
const MCFADDEN = 0.02;

export type DifSize = 'negligible' | 'moderate' | 'large';

export interface DifVerdict {
  readonly isSignificant: boolean;
  /** By Jodoin and Gierl; negligible as well where not significant. */
  readonly size: DifSize;
  /** ΔMcFadden R² of .02 or more. */
  readonly isFlaggedByMcFadden: boolean;
}

/**
 * The verdict on an item by significance and size of the effect together.
 *
 * negligible: p ≥ α or ΔR²_N < .035; moderate: < .07; large: ≥ .07.
 *
 * @param result adjusted p of the test with 2 df, and ΔR² from the model of the matching score alone to the
 *   one with group and interaction, by Nagelkerke and McFadden.
 * @param alpha level of significance in (0, 1).
 * @returns whether significant, the size class, and the McFadden flag.
 * @remarks Missing data: none possible. With large samples trivial effects are significant: read the size.
 * @throws never.
 * @see Jodoin, M. G., Gierl, M. J. (2001). Appl Meas Educ 14, 329–349.
 *   https://doi.org/10.1207/S15324818AME1404_2; Crane, P. K. et al. (2007). Qual Life Res 16, 69–84.
 *   https://doi.org/10.1007/s11136-007-9185-5.
 */
export function difVerdict(
  result: { readonly p: number; readonly nagelkerke: number; readonly mcFadden: number },
  alpha: number,
): DifVerdict {
  const isSignificant = result.p < alpha;
  const [moderate, large] = NAGELKERKE;
  const isAtLeast = (limit: number) => isSignificant && result.nagelkerke >= limit;
  return {
    isSignificant,
    size: isAtLeast(large) ? 'large' : isAtLeast(moderate) ? 'moderate' : 'negligible',
    isFlaggedByMcFadden: isSignificant && result.mcFadden >= MCFADDEN,
  };
}
