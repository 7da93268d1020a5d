import type { FitVariant } from '#analysis/models/fit/chi-square-fit.ts';
import type { Tree } from '../tree.ts';

type Test = {
  chiSquare: number;
  degreesOfFreedom: number;
  p: number | undefined;
  scalingFactor: number;
};
type Scaled = FitVariant & { test: Test; baseline: { chiSquare: number } };

/** Scaled and robust measures by lavaan's names. */
export function variantLeaves(
  scaled: Scaled | undefined,
  robust: FitVariant | undefined,
): Record<string, Tree> {
  return {
    'chisq.scaled': scaled?.test.chiSquare,
    'df.scaled': scaled?.test.degreesOfFreedom,
    'pvalue.scaled': scaled?.test.p,
    'chisq.scaling.factor': scaled?.test.scalingFactor,
    'baseline.chisq.scaled': scaled?.baseline.chiSquare,
    'cfi.scaled': scaled?.cfi,
    'tli.scaled': scaled?.tli,
    'rmsea.scaled': scaled?.rmsea?.estimate,
    'rmsea.ci.lower.scaled': scaled?.rmsea?.lower,
    'rmsea.ci.upper.scaled': scaled?.rmsea?.upper,
    'cfi.robust': robust?.cfi,
    'tli.robust': robust?.tli,
    'rmsea.robust': robust?.rmsea?.estimate,
    'rmsea.ci.lower.robust': robust?.rmsea?.lower,
    'rmsea.ci.upper.robust': robust?.rmsea?.upper,
  };
}
