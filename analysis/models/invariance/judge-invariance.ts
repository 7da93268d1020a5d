import { invarianceCutoffs, type FitChange } from './invariance-cutoffs.ts';

export interface InvarianceVerdict {
  /** Name of the cut-off. */
  readonly cutoff: string;
  readonly source: string;
  /** 'in-doubt': CFI falls too far, RMSEA and SRMR do not rise too far. */
  readonly verdict: 'holds' | 'in-doubt' | 'fails';
}

/**
 * Whether a step of invariance holds by each published cut-off that fits the sample size.
 *
 * Fails when CFI falls by the limit or more and RMSEA or SRMR rises by theirs or more; holds when CFI does not
 * fall as far.
 *
 * @param change of CFI, RMSEA, SRMR to the more restricted model.
 * @param step what is newly held equal.
 * @param n respondents of all groups.
 * @returns one verdict a cut-off; none when CFI is undefined.
 * @remarks Missing data: in the indices.
 * @throws never.
 * @see Cheung, G. W., Rensvold, R. B. (2002). https://doi.org/10.1207/S15328007SEM0902_5; Chen, F. F. (2007).
 *   https://doi.org/10.1080/10705510701301834.
 */
export function judgeInvariance(
  { cfi, rmsea, srmr }: FitChange,
  step: 'loadings' | 'later',
  n: number,
): InvarianceVerdict[] {
  if (cfi === undefined) return [];
  return invarianceCutoffs
    .filter(({ minimumN, maximumN }) => n >= minimumN && n <= maximumN)
    .map(({ name, source, [step]: limits }) => {
      const isRisen =
        (limits.rmsea === undefined && limits.srmr === undefined) ||
        (rmsea !== undefined && rmsea >= (limits.rmsea ?? Infinity)) ||
        srmr >= (limits.srmr ?? Infinity);
      const verdict = cfi > -limits.cfi ? 'holds' : isRisen ? 'fails' : 'in-doubt';
      return { cutoff: name, source, verdict };
    });
}
