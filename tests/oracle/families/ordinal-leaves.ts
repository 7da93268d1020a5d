import type { ListedEstimate } from '#analysis/models/ordinal/list-estimates.ts';
import type { OrdinalFitMeasures } from '#analysis/models/ordinal/ordinal-fit-measures.ts';
import type { NamedTolerance } from '../tolerance.ts';
import type { Tree } from '../tree.ts';
import { variantLeaves } from './variant-leaves.ts';

/** Fit measures under lavaan's names. */
export function fitLeaves(fit: OrdinalFitMeasures): Record<string, Tree> {
  const { plain, scaled, robust } = fit;
  return {
    npar: fit.freeParameters,
    fmin: fit.discrepancy,
    chisq: fit.test.chiSquare,
    df: fit.test.degreesOfFreedom,
    pvalue: fit.test.p,
    'baseline.chisq': fit.baseline.chiSquare,
    'baseline.df': fit.baseline.degreesOfFreedom,
    cfi: plain.cfi,
    tli: plain.tli,
    rmsea: plain.rmsea?.estimate,
    'rmsea.ci.lower': plain.rmsea?.lower,
    'rmsea.ci.upper': plain.rmsea?.upper,
    'rmsea.pvalue': plain.rmsea?.closeFitP,
    srmr: fit.srmr,
    srmr_bentler: fit.srmrWithThresholds,
    rmr: fit.srmrWithThresholds,
    gfi: fit.gfi,
    agfi: fit.agfi,
    ...variantLeaves(scaled, robust),
  };
}

/** One estimate as lavaan lists it. */
export function estimateLeaves(row: ListedEstimate, hasGroups: boolean): Tree {
  return {
    ...{ lhs: row.lhs, op: row.op, rhs: row.rhs },
    ...(hasGroups ? { group: row.group + 1 } : {}),
    ...{ est: row.estimate, se: row.standardError, z: row.z, pvalue: row.p },
    ...{ ci95_lower: row.interval[0], ci95_upper: row.interval[1] },
    ...{ std_lv: row.standardisedByFactors, std_all: row.standardised },
  };
}

export const ordinalTolerances: readonly NamedTolerance[] = [
  [/chisq(\.scaled|_diff)?$/, 'chisq_rel'],
  [/delta_/, 'delta_cfi'],
  [/(cfi|tli|rmsea|srmr)[a-z._]*$/, 'cfi_tli_rmsea_srmr'],
  [/(cfi|tli|rmsea|srmr)[a-z._]*$/, 'fit_indices'],
  [/\.se$/, 'se'],
  [/\.(est|std_lv|std_all)$/, 'estimates'],
];
