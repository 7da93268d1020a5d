import type { Interval, NotEstimable } from '#analysis/estimate.ts';
import type { FTest } from '#analysis/groups/one-way-anova.ts';
import type { Tree } from '../tree.ts';

export function fKeys(
  test: (FTest & { readonly ok: true }) | NotEstimable,
): Record<string, Tree> | undefined {
  return test.ok ? { F: test.f, df1: test.df1, df2: test.df2, p: test.p } : undefined;
}

export function intervalKeys(estimate: {
  readonly value: number;
  readonly interval: Interval;
}): Record<string, Tree> {
  const { value, interval } = estimate;
  return { value, ci_low: interval[0], ci_high: interval[1] };
}
