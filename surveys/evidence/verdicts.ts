import type { Evidence } from './evidence.ts';

export const fitIndices = ['cfi', 'tli', 'rmsea', 'srmr'] as const;
export type FitIndex = (typeof fitIndices)[number];
type Fit = Readonly<Record<FitIndex, number | null>>;
type CutOffs = Record<FitIndex, (value: number) => boolean>;

/**
 * Sufficient structural validity after COSMIN: CFI or TLI above .95, or RMSEA below .06, or SRMR below .08.
 *
 * @see Prinsen, C. A. C. et al. (2018). https://doi.org/10.1007/s11136-018-1798-3, table 1.
 */
export const cosminCutOffs: CutOffs = {
  cfi: (value) => value > 0.95,
  tli: (value) => value > 0.95,
  rmsea: (value) => value < 0.06,
  srmr: (value) => value < 0.08,
};

/**
 * Close fit after Hu and Bentler: CFI and TLI at least .95, SRMR at most .08 and RMSEA at most .06.
 *
 * @see Hu, L., Bentler, P. M. (1999). https://doi.org/10.1080/10705519909540118.
 */
export const huBentlerCutOffs: CutOffs = {
  cfi: (value) => value >= 0.95,
  tli: (value) => value >= 0.95,
  rmsea: (value) => value <= 0.06,
  srmr: (value) => value <= 0.08,
};

/** Whether an index that is known meets its cut-off. */
function meets(cutOffs: CutOffs, fit: Fit, index: FitIndex): boolean {
  const value = fit[index];
  return value !== null && cutOffs[index](value);
}

/** One index is enough. */
export function isSufficientByCosmin(fit: Fit): boolean {
  return fitIndices.some((index) => meets(cosminCutOffs, fit, index));
}

/** All of them together. */
export function isCloseFit(fit: Fit): boolean {
  return fitIndices.every((index) => meets(huBentlerCutOffs, fit, index));
}

export const sampleSizes = ['very-good', 'adequate', 'doubtful', 'inadequate'] as const;
export type SampleSize = (typeof sampleSizes)[number];

/**
 * Whether a sample carries a structural analysis, after COSMIN: seven answers an item and a hundred in all
 * are very good, five and a hundred adequate, five and fewer than a hundred doubtful.
 *
 * @see Mokkink, L. B. et al. (2018). https://doi.org/10.1007/s11136-017-1765-4, box 3.
 */
export function structureSample(n: number, items: number): SampleSize {
  if (n < 5 * items) return 'inadequate';
  if (n < 100) return 'doubtful';
  return n >= 7 * items ? 'very-good' : 'adequate';
}

/** Whether one piece of evidence speaks for the instrument, by the cut-off of its kind. */
export function speaksFor({ finding, n }: Pick<Evidence, 'finding' | 'n'>): boolean {
  switch (finding.kind) {
    case 'translation': {
      // Wild et al. 2005, https://doi.org/10.1111/j.1524-4733.2005.04054.x; five to eight are debriefed.
      const has = (step: (typeof finding.steps)[number]) => finding.steps.includes(step);
      const isIndependent = has('two-forward-translations') && has('reconciliation');
      return isIndependent && has('cognitive-debriefing') && finding.debriefed >= 5;
    }
    case 'content-validity':
      // Polit & Beck 2006, https://doi.org/10.1002/nur.20147
      return (
        finding.experts >= 5 &&
        (finding.lowestItemIndex ?? 0) >= 0.78 &&
        (finding.scaleIndex ?? 0) >= 0.9
      );
    case 'structure': {
      const isLargeEnough = structureSample(n, finding.items) !== 'inadequate' && n >= 100;
      return finding.isProper && isLargeEnough && isSufficientByCosmin(finding);
    }
    case 'internal-consistency':
    case 'retest':
      return finding.value >= 0.7 && (finding.kind !== 'retest' || n >= 50);
    case 'hypotheses':
      return finding.confirmed / finding.stated >= 0.75;
    case 'invariance':
      return (
        finding.smallestGroup >= 100 &&
        (finding.reached === 'scalar' || finding.reached === 'partial-scalar')
      );
  }
}
