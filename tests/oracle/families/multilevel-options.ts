import { z } from 'zod';
import type { NotEstimable } from '#analysis/estimate.ts';
import type { MixedLogitEstimates } from '#analysis/multilevel/mixed-logit-report.ts';
import type { OddsRatioCoefficient } from '#analysis/regression/with-odds-ratio.ts';
import type { Tree } from '../tree.ts';

export const multilevelOptions = z.object({
  outcome: z.string(),
  group: z.string(),
  covariates: z.array(z.string()),
  binary: z.string().optional(),
});

/** One number per name, such as β by covariate. */
export function byName<Entry extends { readonly name: string }>(
  entries: readonly Entry[],
  value: (entry: Entry) => number,
): Record<string, number> {
  return Object.fromEntries(entries.map((entry) => [entry.name, value(entry)]));
}

/** A mixed logit model under the keys that the binary and the ordinal family share. */
export function logitKeys(
  n: number,
  model: (Omit<MixedLogitEstimates, 'thresholds'> & { ok: true }) | NotEstimable,
): { [key: string]: Tree } {
  if (!model.ok) return {};
  const { coefficients, intercepts } = model;
  const pick = (value: (entry: OddsRatioCoefficient) => number) => byName(coefficients, value);
  return {
    ...{ quadrature: model.quadraturePoints, logLik: model.logLik, n },
    beta: pick(({ estimate }) => estimate),
    se: pick(({ standardError }) => standardError),
    odds_ratio: pick(({ oddsRatio }) => oddsRatio),
    or_ci95_low: pick(({ oddsRatioInterval }) => oddsRatioInterval[0]),
    or_ci95_high: pick(({ oddsRatioInterval }) => oddsRatioInterval[1]),
    random_var: intercepts.map(({ variance }) => variance),
    median_odds_ratio: intercepts.map(({ medianOddsRatio }) => medianOddsRatio),
    icc_latent: intercepts.map(({ latentIcc }) => latentIcc),
  };
}
