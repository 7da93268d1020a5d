import type { NormalFitIndices } from '#analysis/models/fit/normal-fit-indices.ts';
import type { ParameterEstimate } from '#analysis/models/fit/parameter-estimates.ts';
import type { NamedMatrix, Tree } from '../tree.ts';
import { variantLeaves } from './variant-leaves.ts';

/** Indices of fit under lavaan's names. */
export function fitLeaves(fit: NormalFitIndices): Record<string, Tree> {
  const { plain, scaled, robust } = fit;
  return {
    npar: fit.parameters,
    fmin: fit.discrepancy,
    chisq: fit.chiSquare,
    df: fit.degreesOfFreedom,
    pvalue: fit.p ?? null,
    'baseline.chisq': fit.baseline.chiSquare,
    'baseline.df': fit.baseline.degreesOfFreedom,
    cfi: plain.cfi ?? null,
    tli: plain.tli ?? null,
    rmsea: plain.rmsea?.estimate ?? 0,
    'rmsea.ci.lower': plain.rmsea?.lower ?? 0,
    'rmsea.ci.upper': plain.rmsea?.upper ?? 0,
    'rmsea.pvalue': plain.rmsea?.closeFitP ?? null,
    srmr: fit.srmr,
    srmr_bentler: fit.srmr,
    rmr: fit.rmr,
    gfi: fit.gfi,
    agfi: fit.agfi ?? 1,
    logl: fit.logLikelihood,
    'unrestricted.logl': fit.saturatedLogLikelihood,
    aic: fit.aic,
    bic: fit.bic,
    bic2: fit.sabic,
    ntotal: fit.n,
    ...variantLeaves(scaled, robust),
  };
}

/** Parameters as lavaan lists them; groups count from one. */
export function parameterLeaves(
  parameters: readonly ParameterEstimate[],
  hasGroups: boolean,
): Record<string, Tree>[] {
  return parameters.map((row) => ({
    lhs: row.lhs,
    op: row.op,
    rhs: row.rhs,
    ...(hasGroups ? { group: row.group + 1 } : {}),
    est: row.estimate,
    se: row.standardError,
    ...(row.z === undefined ? {} : { z: row.z, pvalue: row.p }),
    ci95_lower: row.lower,
    ci95_upper: row.upper,
    std_lv: row.standardisedByFactors,
    std_all: row.standardised,
  }));
}

export function squareLeaves(names: readonly string[], cells: Float64Array): NamedMatrix {
  const size = names.length;
  const values = names.map((_, row) => [...cells.subarray(row * size, (row + 1) * size)]);
  return { rows: [...names], cols: [...names], values };
}
