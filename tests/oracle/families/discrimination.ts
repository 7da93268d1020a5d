import { z } from 'zod';
import type { Rate } from '#analysis/monitoring/performance/rates-of-confusion.ts';
import {
  reportDiscrimination,
  type ThresholdReport,
} from '#analysis/monitoring/performance/report-discrimination.ts';
import type { OracleFamily } from '../family.ts';
import { isRecord, type Tree } from '../tree.ts';

const optionsSchema = z.object({ outcome: z.string(), score: z.string(), score2: z.string() });

/** Which thresholds are asked about stands in what is expected alone: all of two decimals are computed. */
const thresholds = Array.from({ length: 100 }, (_, hundredth) => hundredth / 100);

const rate = ({ x, n, value, interval }: Rate): Tree => ({ x, n, est: value, wilson95: interval });

function thresholdLeaves(report: ThresholdReport): Record<string, Tree> {
  const { threshold, tp, fp, fn, tn, rates, utility } = report;
  return {
    ...{ threshold, rule: '>=', tp, fp, fn, tn },
    ...{ sensitivity: rate(rates.sensitivity), specificity: rate(rates.specificity) },
    ...{ ppv: rate(rates.positivePredictiveValue), npv: rate(rates.negativePredictiveValue) },
    ...{ accuracy: utility.accuracy, f1: utility.f1, mcc: utility.matthews },
    balanced_accuracy: utility.balancedAccuracy,
    lr_plus: utility.likelihoodRatioPositive,
    lr_minus: utility.likelihoodRatioNegative,
    ...{ cohen_kappa: utility.cohenKappa, net_benefit: utility.netBenefit },
  };
}

export const discrimination: OracleFamily = {
  compute: (table, given) => {
    const report = reportDiscrimination(table, { ...optionsSchema.parse(given), thresholds });
    const { area, youden, comparison } = report;
    const precision = report.averagePrecision;
    return {
      ...{ n: report.n, positives: report.positives },
      auc: area.ok ? area.auc : undefined,
      auc_mann_whitney_check: area.ok ? area.auc : undefined,
      auc_variance_delong: area.ok ? area.variance : undefined,
      auc_ci95_delong: area.ok ? area.interval : undefined,
      average_precision_sklearn_definition: precision.ok ? precision.value : undefined,
      youden: youden.ok
        ? {
            ...{ threshold: youden.threshold },
            ...{ sensitivity: youden.sensitivity, specificity: youden.specificity },
          }
        : undefined,
      at_thresholds: report.thresholds.map(thresholdLeaves),
      compare_delong: comparison?.ok
        ? { auc2: comparison.aucs[1], z: comparison.z, p: comparison.p }
        : undefined,
    };
  },
  align: (expected, actual) => {
    const [asked, all] = [expected['at_thresholds'], actual['at_thresholds']];
    if (!Array.isArray(asked) || !Array.isArray(all)) return actual;
    const computed = all as readonly Tree[];
    const found = asked.map((one: unknown) =>
      computed.find((own) => {
        return isRecord(own) && isRecord(one) && own['threshold'] === one['threshold'];
      }),
    );
    return { ...actual, at_thresholds: found };
  },
  tolerances: [],
};
