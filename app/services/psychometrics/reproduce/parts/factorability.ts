import type { FactorabilityReport } from '#analysis/correlations/report-factorability.ts';
import { rVector } from '../r-literals.ts';
import type { ScriptPart } from '../script-part.ts';

export const factorability: ScriptPart = {
  packages: ['psych'],
  code: ({ items, correlation = 'pearson' }) => `
x <- na.omit(d[, ${rVector(items as string[])}])
r <- ${correlation === 'polychoric' ? 'psych::polychoric(x, correct = 0)$rho' : 'cor(x)'}
bartlett <- psych::cortest.bartlett(r, n = nrow(x))
found <- c(n = nrow(x), kmo = psych::KMO(r)$MSA, chi_square = bartlett$chisq, df = bartlett$df,
  determinant = det(r))`,
  numbers: (plain) => {
    const { n, kmo, bartlett, determinant } = plain as FactorabilityReport;
    return { n, kmo, chi_square: bartlett.chiSquare, df: bartlett.df, determinant };
  },
  tolerance: 1e-4,
};
