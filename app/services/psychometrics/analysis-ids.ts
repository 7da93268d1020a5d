/** What can be computed of a study beyond its readiness report, in the order in which a scale is examined. */
export const analysisIds = [
  'reliability',
  'dimensions',
  'factors',
  'confirmatory',
  'invariance',
  'item-response',
  'item-functioning',
  'known-groups',
  'mixed-model',
  'change',
] as const;
export type AnalysisId = (typeof analysisIds)[number];
