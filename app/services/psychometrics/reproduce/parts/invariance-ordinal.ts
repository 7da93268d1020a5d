import type { InvarianceOrdinalReport } from '#analysis/models/ordinal/report-invariance-ordinal.ts';
import { rText } from '../r-literals.ts';
import type { ScriptPart } from '../script-part.ts';

/** The texts of the models are those that were fitted: lavaan reads them as they are. */
export const invarianceOrdinal: ScriptPart = {
  packages: ['lavaan'],
  code: ({ group, parameterization = 'theta' }, plain) => {
    const { steps, groups } = plain as InvarianceOrdinalReport;
    const fits = steps.map(
      ({ level, model }) => `
fit <- lavaan::lavaan(${rText(model)}, data = d, group = ${rText(String(group))},
  group.label = c(${groups.map(({ level: label }) => rText(label)).join(', ')}),
  ordered = TRUE, estimator = "WLSMV", parameterization = ${rText(String(parameterization))})
m <- lavaan::fitMeasures(fit)
found <- c(found, chi_square_${level} = m[["chisq"]], df_${level} = m[["df"]],
  cfi_scaled_${level} = m[["cfi.scaled"]])`,
    );
    return `\nfound <- c()${fits.join('')}`;
  },
  numbers: (plain) => {
    const { steps } = plain as InvarianceOrdinalReport;
    const numbers = steps.flatMap(({ level, fit }): [string, number | undefined][] => [
      [`chi_square_${level}`, fit.test.chiSquare],
      [`df_${level}`, fit.test.degreesOfFreedom],
      [`cfi_scaled_${level}`, fit.scaled?.cfi],
    ]);
    return Object.fromEntries(numbers);
  },
  tolerance: 1e-3,
};
