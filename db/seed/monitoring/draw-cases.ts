import { drawNormal } from '#analysis/numeric/draw-normal.ts';
import type { Generator } from '#analysis/numeric/seeded-generator.ts';
import type { SyntheticSystem } from './monitoring-truth.ts';

export type SyntheticCase = { group: string; risk: number; outcome: 0 | 1 };

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** How the outcome follows from the logit of the risk: 0 and 1 where the system is calibrated. */
function outcomeLine({ truth, logitMean }: SyntheticSystem, month: number, group: string) {
  switch (truth.kind) {
    case 'drifts':
      // Scores say less of the outcome, which stays as frequent as it was.
      return month < truth.fromMonth
        ? { intercept: 0, slope: 1 }
        : { intercept: 0.65 * logitMean + 0.15, slope: 0.35 };
    case 'subgroup-gap':
      return group === truth.group
        ? { intercept: 0.65 * logitMean + 0.15, slope: 0.35 }
        : { intercept: 0, slope: 1 };
    case 'risks-too-low':
      return { intercept: month < truth.fromMonth ? 0 : 0.6, slope: 1 };
    case 'over-dispersed':
    case 'rare-harm-rises':
    case 'quiet':
      return { intercept: 0, slope: 1 };
  }
}

/** The cases of one month. */
export function drawCases(
  system: SyntheticSystem,
  month: number,
  random: Generator,
): SyntheticCase[] {
  const { truth, groups, logitMean, logitSpread } = system;
  const unrest = truth.kind === 'over-dispersed' ? 0.3 * drawNormal(random) : 0;
  const moved = truth.kind === 'drifts' && month >= truth.fromMonth ? -0.4 : 0;
  const volume = Math.round(system.volume * (0.9 + 0.2 * random()));
  return Array.from({ length: volume }, () => {
    let left = random();
    const found = Object.entries(groups).find(([, share]) => (left -= share) < 0);
    const group = found?.[0] ?? 'reference';
    const logit = logitMean + unrest + moved + logitSpread * drawNormal(random);
    const { intercept, slope } = outcomeLine(system, month, group);
    const outcome = random() < sigmoid(intercept + slope * logit) ? 1 : 0;
    return { group, risk: sigmoid(logit), outcome };
  });
}
