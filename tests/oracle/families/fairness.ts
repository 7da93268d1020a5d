import { z } from 'zod';
import { thresholdRules } from '#analysis/monitoring/performance/confusion.ts';
import type { Rate } from '#analysis/monitoring/performance/rates-of-confusion.ts';
import type { SubgroupVerdict } from '#analysis/monitoring/subgroups/subgroup-verdict.ts';
import {
  reportFairness,
  type GroupPerformance,
} from '#analysis/monitoring/subgroups/report-fairness.ts';
import type { OracleFamily } from '../family.ts';
import type { Tree } from '../tree.ts';

const optionsSchema = z.object({
  ...{ outcome: z.string(), probability: z.string(), group: z.string() },
  ...{ threshold: z.number(), rule: z.enum(thresholdRules) },
});

const rate = ({ x, n, value, interval }: Rate): Tree => ({ x, n, est: value, wilson95: interval });

function groupLeaves({ rates, area, scores, ...group }: GroupPerformance): Tree {
  return {
    ...{ n: group.n, prevalence: group.prevalence, accuracy: group.accuracy },
    mean_p: group.meanRisk,
    ...{ selection_rate: rate(rates.selectionRate), tpr: rate(rates.sensitivity) },
    ...{ fpr: rate(rates.falsePositiveRate), ppv: rate(rates.positivePredictiveValue) },
    auc: area.ok ? area.auc : undefined,
    auc_ci95: area.ok ? area.interval : undefined,
    brier: scores.ok ? scores.brier : undefined,
  };
}

const differenceLeaves = (verdict: SubgroupVerdict | undefined): Tree => ({
  difference_first_minus_second: verdict?.difference,
  newcombe95: verdict?.interval,
  z_test_p: verdict?.p,
});

export const fairness: OracleFamily = {
  compute: (table, given) => {
    const report = reportFairness(table, optionsSchema.parse(given));
    // Two groups: the first against the others is the first minus the second.
    const [first] = report.differences;
    const area = first?.area.ok ? first.area : undefined;
    return {
      groups: Object.fromEntries(report.groups.map((group) => [group.group, groupLeaves(group)])),
      demographic_parity_difference: differenceLeaves(first?.rates.selectionRate),
      equal_opportunity_difference: differenceLeaves(first?.rates.sensitivity),
      fpr_difference: differenceLeaves(first?.rates.falsePositiveRate),
      predictive_parity_difference: differenceLeaves(first?.rates.positivePredictiveValue),
      disparate_impact_ratio_min_over_max: report.selectionRatio,
      equalized_odds_difference_max_abs: first?.equalisedOdds,
      average_odds_difference: first?.averageOdds,
      auc_difference: {
        ...{ diff: area?.difference, z_or_D: area?.d, df: area?.degreesOfFreedom, p: area?.p },
      },
    };
  },
  tolerances: [],
};
