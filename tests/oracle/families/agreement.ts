import { z } from 'zod';
import type { CohenKappa } from '#analysis/agreement/cohen-kappa.ts';
import {
  reportAgreement,
  type KrippendorffReports,
  type PairAgreement,
} from '#analysis/agreement/report-agreement.ts';
import type { OracleFamily } from '../family.ts';
import type { Tree } from '../tree.ts';

const optionsSchema = z.object({
  raters: z.array(z.string()),
  categories: z.array(z.union([z.string(), z.number()])).nullish(),
});

const irr = (kappa: CohenKappa): Tree =>
  kappa.ok ? { kappa: kappa.value, z: kappa.z, p: kappa.p } : undefined;

function psych(kappa: CohenKappa): Tree {
  if (!kappa.ok) return undefined;
  const [lower, upper] = kappa.interval;
  return { kappa: kappa.value, se: kappa.standardError, ci95: { lower, upper } };
}

function alphas(reports: KrippendorffReports): Record<string, Tree> {
  return Object.fromEntries(
    Object.entries(reports).map(([metric, { alpha }]) => [
      metric,
      alpha.ok ? alpha.value : undefined,
    ]),
  );
}

function pairLeaves({ kappa, gwetAc1, percentAgreement, pabak }: PairAgreement): Tree {
  return {
    percent_agreement: percentAgreement,
    unweighted: irr(kappa.unweighted),
    linear: irr(kappa.linear),
    quadratic: irr(kappa.quadratic),
    psych_unweighted: psych(kappa.unweighted),
    // psych's variance of weighted kappa is another one.
    psych_linear: kappa.linear.ok ? { kappa: kappa.linear.value } : undefined,
    psych_quadratic: kappa.quadratic.ok ? { kappa: kappa.quadratic.value } : undefined,
    gwet_ac1: gwetAc1.ok ? gwetAc1.value : undefined,
    pabak,
  };
}

export const agreement: OracleFamily = {
  compute: (table, given) => {
    const { raters, categories } = optionsSchema.parse(given);
    const report = reportAgreement(table, {
      ...{ raters, categories: categories ?? undefined, level: 0.95, draws: 0, seed: 1 },
    });
    const { fleissKappa: fleiss, kendallW: kendall } = report;
    return {
      n_units: report.nUnits,
      n_complete: report.nComplete,
      krippendorff_alpha_all_raters: alphas(report.krippendorff),
      fleiss_kappa: fleiss.ok ? { kappa: fleiss.value, z: fleiss.z, p: fleiss.p } : undefined,
      kendall_w: kendall.ok
        ? { w: kendall.value, chisq: kendall.chiSquare, p: kendall.p }
        : undefined,
      ...Object.fromEntries(
        report.pairs.flatMap((pair) => [
          [`pair_${pair.first}_${pair.second}`, pairLeaves(pair)] as const,
          [
            `krippendorff_alpha_ordinal_${pair.first}_${pair.second}`,
            alphas(pair.krippendorff)['ordinal'],
          ] as const,
        ]),
      ),
    };
  },
  tolerances: [],
};
