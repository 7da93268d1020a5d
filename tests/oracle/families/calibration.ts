import { z } from 'zod';
import { reportCalibration } from '#analysis/monitoring/performance/report-calibration.ts';
import type { OracleFamily } from '../family.ts';

const optionsSchema = z.object({ outcome: z.string(), probability: z.string() });

export const calibration: OracleFamily = {
  compute: (table, given) => {
    const report = reportCalibration(table, {
      ...optionsSchema.parse(given),
      // The reference cases have g − 2 degrees of freedom.
      isDevelopment: true,
    });
    const { recalibration, scores, indices, curve, byBins, hosmerLemeshow: hosmer } = report;
    const fitted = recalibration.ok ? recalibration : undefined;
    const line = fitted?.line.ok ? fitted.line : undefined;
    const brier = scores.ok ? scores : undefined;
    const index = indices.ok ? indices : undefined;
    const smooth = curve.ok ? curve : undefined;
    const binned = ({ bins, error }: (typeof byBins)['equal-width']) => ({
      ece: error.ok ? error.expected : undefined,
      mce: error.ok ? error.largest : undefined,
      bins: bins.map((bin) => ({
        ...{ bin: String(bin.bin), n: bin.n, mean_p: bin.meanP, observed: bin.observed },
      })),
    });
    const parts = byBins['equal-width'].error;
    return {
      ...{ n: report.n, mean_p: report.meanRisk, prevalence: report.prevalence },
      ...{ brier: brier?.brier, brier_val_prob: brier?.brier, brier_scaled: brier?.scaled },
      log_loss: brier?.logLoss,
      oe_ratio: report.ratio.ok ? report.ratio.ratio : undefined,
      intercept_in_the_large: {
        est: fitted?.inTheLarge.value,
        se: fitted?.inTheLarge.standardError,
        ci95_wald: fitted?.inTheLarge.interval,
      },
      logistic_recalibration: {
        intercept: line?.intercept.value,
        intercept_se: line?.intercept.standardError,
        slope: line?.slope.value,
        slope_se: line?.slope.standardError,
        slope_ci95_wald: line?.slope.interval,
      },
      // rms counts pairs of rounded predictions: Dxy and C are not its own AUC of the scores.
      val_prob: {
        R2: index?.nagelkerkeRSquared,
        U: index?.unreliability,
        'U:p': index?.unreliabilityP,
        Q: index?.quality,
        Emax: smooth?.largestError,
        E90: smooth?.error90,
        Eavg: smooth?.meanError,
        'S:z': brier?.spiegelhalter?.z,
        'S:p': brier?.spiegelhalter?.p,
      },
      ece_equal_width10: binned(byBins['equal-width']),
      ece_equal_count10: binned(byBins['equal-count']),
      hosmer_lemeshow: hosmer.ok
        ? { chisq: hosmer.chiSquare, groups: hosmer.groups, df: hosmer.df, p: hosmer.p }
        : undefined,
      murphy_equal_width10: parts.ok
        ? {
            reliability: parts.reliability,
            resolution: parts.resolution,
            uncertainty: parts.uncertainty,
          }
        : undefined,
      spiegelhalter_z: brier?.spiegelhalter?.z,
    };
  },
  tolerances: [],
};
