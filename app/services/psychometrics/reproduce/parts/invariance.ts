import type { InvarianceReport } from '#analysis/models/measurement-invariance.ts';
import { modelText } from '../../../analyses/model-text.ts';
import { rText, rVector } from '../r-literals.ts';
import type { ScriptPart } from '../script-part.ts';

const equalAt = {
  configural: [],
  metric: ['loadings'],
  scalar: ['loadings', 'intercepts'],
  strict: ['loadings', 'intercepts', 'residuals'],
} as const;

const vector = (texts: readonly string[]) => (texts.length > 0 ? rVector(texts) : '""');

export const invariance: ScriptPart = {
  packages: ['lavaan'],
  code: (options, plain) => {
    const { group, partial = [], estimator = 'MLR', missing } = options;
    const report = plain as InvarianceReport;
    if (!report.ok) return '\nfound <- c()';
    const levels = rVector(report.groups.map(({ level }) => level));
    const free = (partial as string[]).map((row) => row.replaceAll(' ', ''));
    const fits = report.steps.map(
      ({ step }) => `
fit <- lavaan::cfa(${rText(modelText(options))}, data = d[d[[${rText(String(group))}]] %in% ${levels}, ],
  group = ${rText(String(group))}, group.label = ${levels}, estimator = ${rText(String(estimator))},
  missing = ${rText(missing === 'fiml' ? 'ml' : 'listwise')}, meanstructure = TRUE,
  group.equal = ${vector(equalAt[step])}, group.partial = ${vector(free)})
m <- lavaan::fitMeasures(fit)
found <- c(found, chi_square_${step} = m[["chisq"]], df_${step} = m[["df"]],
  cfi_${step} = m[["cfi"]], srmr_${step} = m[["srmr"]])`,
    );
    return `\nfound <- c()${fits.join('')}`;
  },
  numbers: (plain) => {
    const report = plain as InvarianceReport;
    if (!report.ok) return {};
    const numbers = report.steps.flatMap((found): [string, number | undefined][] => {
      if (!found.ok) return [];
      const { step, fit } = found;
      return [
        [`chi_square_${step}`, fit.chiSquare],
        [`df_${step}`, fit.degreesOfFreedom],
        [`cfi_${step}`, fit.plain.cfi],
        [`srmr_${step}`, fit.srmr],
      ];
    });
    return Object.fromEntries(numbers);
  },
  tolerance: 1e-3,
};
