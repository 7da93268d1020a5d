import type { ExploratoryReport } from '#analysis/psychometrics/exploratory/explore-factors.ts';
import { rText, rVector } from '../r-literals.ts';
import type { ScriptPart } from '../script-part.ts';

const methods: Record<string, string> = { minres: 'minres', ml: 'ml', paf: 'pa' };

/** What does not depend on the order and sign of factors, nor on the stopping rule of a rotation. */
export const efa: ScriptPart = {
  packages: ['psych'],
  code: ({ items, nfactors, method = 'minres', correlation = 'pearson' }) => `
x <- na.omit(d[, ${rVector(items as string[])}])
r <- ${correlation === 'polychoric' ? 'psych::polychoric(x, correct = 0)$rho' : 'cor(x)'}
fit <- psych::fa(r, nfactors = ${Number(nfactors)}, n.obs = nrow(x), rotate = "none",
  fm = ${rText(methods[String(method)] ?? 'minres')}, max.iter = 1000)
found <- fit$communality
names(found) <- paste0("communality_", names(found))
found <- c(found, n = nrow(x), rmsr = fit$rms)`,
  numbers: (plain) => {
    const { communalities, items, n, fit } = plain as ExploratoryReport;
    const named = communalities.map((value, index): [string, number] => [
      `communality_${items[index] ?? ''}`,
      value,
    ]);
    return { ...Object.fromEntries(named), n, rmsr: fit.rmsr };
  },
  tolerance: 1e-3,
};
