export const agreementBands = [
  'poor',
  'slight',
  'fair',
  'moderate',
  'substantial',
  'almost-perfect',
] as const;
export type AgreementBand = (typeof agreementBands)[number];

/** Upper ends of all bands but the last. */
const ends = [0, 0.2, 0.4, 0.6, 0.8];

/**
 * The word that Landis and Koch gave to a κ: below 0 poor, to .20 slight, .40 fair, .60 moderate, .80 substantial,
 * above almost perfect.
 *
 * @param kappa in [−1, 1].
 * @returns the band; an end belongs to the band below it, 0 to slight.
 * @remarks The authors call the bands "clearly arbitrary": name them, and say the words for both ends of an interval,
 *   which is seldom in one band. @throws never.
 * @see Landis, J. R., Koch, G. G. (1977). The measurement of observer agreement for categorical data. Biometrics 33,
 *   159–174. https://doi.org/10.2307/2529310.
 */
export function landisKochBand(kappa: number): AgreementBand {
  const place = ends.findIndex((end) => (end === 0 ? kappa < 0 : kappa <= end));
  return agreementBands[place < 0 ? ends.length : place] ?? 'poor';
}
