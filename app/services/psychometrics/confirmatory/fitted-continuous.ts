import type { CfaReport } from '#analysis/models/confirmatory-factor-analysis.ts';
import type { FittedModel, FittedVariant } from './fitted-model.ts';

type Report = Extract<CfaReport, { ok: true }>;

const square = (values: ArrayLike<number>, size: number) =>
  Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => values[row * size + column] ?? NaN),
  );

function variantsOf({ fit }: Report): FittedVariant[] {
  const { chiSquare, p, plain, scaled, robust } = fit;
  return [
    { ...plain, name: 'standard', chiSquare, p },
    ...(scaled
      ? [
          {
            ...{ name: 'scaled' as const, chiSquare: scaled.test.chiSquare, p: scaled.test.p },
            ...{ cfi: scaled.cfi, tli: scaled.tli, rmsea: scaled.rmsea },
          },
        ]
      : []),
    ...(robust ? [{ ...robust, name: 'robust' as const }] : []),
  ];
}

/** What a model of continuous items says. */
export function fittedContinuous(report: Report): FittedModel {
  const { fit, htmt, validity, parameters, modificationIndices } = report;
  return {
    ...{ n: report.nUsed, items: report.items, factors: report.factors },
    parameters: parameters.map((row) => ({
      ...row,
      p: row.p ?? null,
      standardisedError: row.standardisedStandardError,
    })),
    degreesOfFreedom: fit.degreesOfFreedom,
    variants: variantsOf(report),
    srmr: fit.srmr,
    information: { aic: fit.aic, bic: fit.bic },
    quality: (validity[0]?.factors ?? []).map((factor) => ({
      factor: factor.factor,
      items: factor.items,
      averageVariance: factor.averageVarianceExtracted,
      compositeReliability: factor.compositeReliability,
      omega: factor.omegaImpliedVariance,
      isDistinct: factor.meetsFornellLarcker ?? null,
    })),
    htmt: htmt ? { factors: htmt.factors, values: square(htmt.htmt, htmt.factors.length) } : null,
    modifications: modificationIndices,
    warnings: report.warnings.map((code) => ({ code, items: [] })),
  };
}
