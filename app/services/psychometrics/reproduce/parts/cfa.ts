import type { CfaReport } from '#analysis/models/confirmatory-factor-analysis.ts';
import { modelText } from '../../../analyses/model-text.ts';
import { rText } from '../r-literals.ts';
import type { ScriptPart } from '../script-part.ts';
import { standardisedCode, standardisedNumbers } from './lavaan-model.ts';

export const cfa: ScriptPart = {
  packages: ['lavaan'],
  code: (options) => `
fit <- lavaan::cfa(${rText(modelText(options))}, data = d, std.lv = ${options['stdLv'] === false ? 'FALSE' : 'TRUE'},
  estimator = ${rText((options['estimator'] as string | undefined) ?? 'ML')},
  missing = ${rText(options['missing'] === 'fiml' ? 'ml' : 'listwise')})
m <- lavaan::fitMeasures(fit)
found <- c(n = lavaan::lavInspect(fit, "nobs"), chi_square = m[["chisq"]], df = m[["df"]],
  cfi = m[["cfi"]], tli = m[["tli"]], rmsea = m[["rmsea"]], srmr = m[["srmr"]])${standardisedCode}`,
  numbers: (plain) => {
    const report = plain as CfaReport;
    if (!report.ok) return {};
    const { fit } = report;
    return {
      ...{ n: report.nUsed, chi_square: fit.chiSquare, df: fit.degreesOfFreedom },
      ...{ cfi: fit.plain.cfi, tli: fit.plain.tli },
      ...{ rmsea: fit.plain.rmsea?.estimate, srmr: fit.srmr },
      ...standardisedNumbers(report.parameters),
    };
  },
  tolerance: 1e-3,
};
