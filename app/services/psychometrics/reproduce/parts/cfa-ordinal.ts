import type { CfaOrdinalReport } from '#analysis/models/ordinal/report-cfa-ordinal.ts';
import { modelText } from '../../../analyses/model-text.ts';
import { rText } from '../r-literals.ts';
import type { ScriptPart } from '../script-part.ts';
import { standardisedCode, standardisedNumbers } from './lavaan-model.ts';

export const cfaOrdinal: ScriptPart = {
  packages: ['lavaan'],
  code: (options) => `
fit <- lavaan::cfa(${rText(modelText(options))}, data = d, std.lv = TRUE, ordered = TRUE,
  estimator = ${rText((options['estimator'] as string | undefined) ?? 'WLSMV')})
m <- lavaan::fitMeasures(fit)
found <- c(n = lavaan::lavInspect(fit, "nobs"), chi_square = m[["chisq"]], df = m[["df"]],
  cfi = m[["cfi"]], srmr = m[["srmr"]])
if ("cfi.scaled" %in% names(m)) found <- c(found, cfi_scaled = m[["cfi.scaled"]])${standardisedCode}`,
  numbers: (plain) => {
    const { n, fit, estimates } = plain as CfaOrdinalReport;
    return {
      ...{ n, chi_square: fit.test.chiSquare, df: fit.test.degreesOfFreedom },
      ...{ cfi: fit.plain.cfi, srmr: fit.srmr, cfi_scaled: fit.scaled?.cfi },
      ...standardisedNumbers(estimates),
    };
  },
  tolerance: 1e-3,
};
