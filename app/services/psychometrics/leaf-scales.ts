import type { AnalysedStudy, AnalysedScale } from './study-analysis.ts';

/** Scales without subscales whose items are all among those given: the factors that an instrument claims. */
export function leafScales(
  { study, scales }: AnalysedStudy,
  items: readonly string[],
): AnalysedScale[] {
  const parents = new Set(study.instrument.scales.map(({ subscaleOf }) => subscaleOf));
  return scales.filter(
    (scale) => !parents.has(scale.id) && scale.items.every((item) => items.includes(item)),
  );
}
