export type Steadiness = 'steady' | 'tentative' | 'by-hand';

/** Ours: a step below Hennig's .75 and .6, as short answers of one kind overlap more than clusters of numbers do. */
const bounds = { steady: 0.6, tentative: 0.4 };

/**
 * A theme's stability in words.
 *
 * From .6, from .4.
 *
 * @param stability in [0, 1], of `themeStability`.
 * @returns from .6 'steady', from .4 'tentative', below 'by-hand': better read than named.
 * @remarks Missing data: none.
 * @throws never.
 * @see Hennig, C. (2007). https://doi.org/10.1016/j.csda.2006.11.025 (there .75 and .6 for clusters of numbers)
 */
export function steadinessOf(stability: number): Steadiness {
  if (stability >= bounds.steady) return 'steady';
  return stability >= bounds.tentative ? 'tentative' : 'by-hand';
}
