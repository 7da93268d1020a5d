import type { InvarianceOrdinalReport } from '#analysis/models/ordinal/report-invariance-ordinal.ts';
import { rText } from '../r-literals.ts';
import type { ScriptPart } from '../script-part.ts';
import { lavaanGroups } from './lavaan-groups.ts';

export const invarianceOrdinal: ScriptPart = {
  packages: ['lavaan'],
  code: ({ group, parameterization = 'theta' }, plain) => {
    const { steps, groups } = plain as InvarianceOrdinalReport;
    const fits = steps.map(
      (step) => `
fit <- lavaan::lavaan(${rText(lavaanGroups(step))}, data = d, group = ${rText(String(group))},
  group.label = c(${groups.map(({ level: label }) => rText(label)).join(', ')}),
  ordered = TRUE, estimator = "WLSMV", parameterization = ${rText(String(parameterization))})
m <- lavaan::fitMeasures(fit)
found <- c(found, chi_square_${step.level} = m[["chisq"]], df_${step.level} = m[["df"]],
  cfi_scaled_${step.level} = m[["cfi.scaled"]])`,
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
