import type { OracleFamily } from './family.ts';

/** The families that are computed; loaded when a case asks for them. */
export const families: Readonly<Record<string, () => Promise<OracleFamily>>> = {
  agreement: async () => (await import('./families/agreement.ts')).agreement,
  calibration: async () => (await import('./families/calibration.ts')).calibration,
  categorical: async () => (await import('./families/categorical.ts')).categorical,
  cfa: async () => (await import('./families/cfa.ts')).cfa,
  cfa_ordinal: async () => (await import('./families/cfa-ordinal.ts')).cfaOrdinal,
  clustered_proportion: async () =>
    (await import('./families/clustered-proportion.ts')).clusteredProportion,
  content_validity: async () => (await import('./families/content-validity.ts')).contentValidity,
  control_charts: async () => (await import('./families/control-charts.ts')).controlCharts,
  correlations: async () => (await import('./families/correlations.ts')).correlations,
  data_quality: async () => (await import('./families/data-quality.ts')).dataQuality,
  descriptives: async () => (await import('./families/descriptives.ts')).descriptives,
  dif: async () => (await import('./families/dif.ts')).dif,
  discrimination: async () => (await import('./families/discrimination.ts')).discrimination,
  drift: async () => (await import('./families/drift.ts')).drift,
  edge: async () => (await import('./families/edge.ts')).edge,
  efa: async () => (await import('./families/efa.ts')).efa,
  factorability: async () => (await import('./families/factorability.ts')).factorability,
  fairness: async () => (await import('./families/fairness.ts')).fairness,
  icc_retest: async () => (await import('./families/icc-retest.ts')).iccRetest,
  invariance: async () => (await import('./families/invariance.ts')).invariance,
  invariance_ordinal: async () =>
    (await import('./families/invariance-ordinal.ts')).invarianceOrdinal,
  irt_grm: async () => (await import('./families/irt-grm.ts')).irtGrm,
  irt_pcm: async () => (await import('./families/irt-pcm.ts')).irtPcm,
  many_groups: async () => (await import('./families/many-groups.ts')).manyGroups,
  million: async () => (await import('./families/million.ts')).million,
  multilevel: async () => (await import('./families/multilevel.ts')).multilevel,
  multilevel_binary: async () => (await import('./families/multilevel-binary.ts')).multilevelBinary,
  multilevel_linear: async () => (await import('./families/multilevel-linear.ts')).multilevelLinear,
  multilevel_ordinal: async () =>
    (await import('./families/multilevel-ordinal.ts')).multilevelOrdinal,
  multiplicity: async () => (await import('./families/multiplicity.ts')).multiplicity,
  number_of_factors: async () => (await import('./families/number-of-factors.ts')).numberOfFactors,
  paired: async () => (await import('./families/paired.ts')).paired,
  power: async () => (await import('./families/power.ts')).power,
  regression: async () => (await import('./families/regression.ts')).regression,
  reliability: async () => (await import('./families/reliability.ts')).reliability,
  two_groups: async () => (await import('./families/two-groups.ts')).twoGroups,
};
