import type { NumberOfFactors } from '#analysis/psychometrics/exploratory/count-factors.ts';
import { rVector } from '../r-literals.ts';
import type { ScriptPart } from '../script-part.ts';

/** The random part, parallel analysis, is not drawn again: eigenvalues are what it compares with. */
export const numberOfFactors: ScriptPart = {
  packages: [],
  code: ({ items }) => `
x <- na.omit(d[, ${rVector(items as string[])}])
found <- eigen(cor(x), symmetric = TRUE, only.values = TRUE)$values
names(found) <- paste0("eigenvalue_", seq_along(found))`,
  numbers: (plain) => {
    const { parallel, correlation } = plain as NumberOfFactors;
    if (correlation !== 'pearson') return {};
    return Object.fromEntries(
      Array.from(parallel.components.observed, (value, index) => [
        `eigenvalue_${index + 1}`,
        value,
      ]),
    );
  },
  tolerance: 1e-9,
};
