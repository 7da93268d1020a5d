import type { CfaOrdinalReport } from '#analysis/models/ordinal/report-cfa-ordinal.ts';
import type { FittedModel, FittedVariant } from './fitted-model.ts';

/** Factors and latent responses of variance one: a parameter is then its own standardised value. */
const isStandardised = (estimate: number, standardised: number) =>
  Math.abs(estimate - standardised) < 1e-6;

function variantsOf({ fit }: CfaOrdinalReport): FittedVariant[] {
  const { test, plain, scaled, robust } = fit;
  return [
    { ...plain, name: 'standard', chiSquare: test.chiSquare, p: test.p },
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

/** What a model of ordered items says. */
export function fittedOrdered(report: CfaOrdinalReport): FittedModel {
  const { fit, factors, estimates, htmt, warnings } = report;
  const loadings = estimates.filter(({ op }) => op === '=~');
  const factorNames = [...new Set(loadings.map(({ lhs }) => lhs))];
  const indicators = new Set(loadings.map(({ rhs }) => rhs));
  return {
    n: report.n,
    items: [...indicators].filter((name) => !factorNames.includes(name)),
    factors: factorNames,
    parameters: estimates.map((row) => ({
      ...row,
      p: row.p ?? null,
      standardisedError: isStandardised(row.estimate, row.standardised) ? row.standardError : null,
    })),
    degreesOfFreedom: fit.test.degreesOfFreedom,
    variants: variantsOf(report),
    srmr: fit.srmr,
    information: null,
    quality: factors.map((factor) => ({
      factor: factor.name,
      items: factor.items,
      averageVariance: factor.averageVarianceExtracted,
      compositeReliability: factor.compositeReliability,
      omega: factor.categoricalOmega,
      isDistinct: factors.length > 1 ? factor.isDiscriminated : null,
    })),
    htmt: htmt ? { factors: factors.map(({ name }) => name), values: htmt.polychoric } : null,
    modifications: report.modificationIndices,
    warnings,
  };
}
