import type { OracleFamily } from './family.ts';

/** The families that are computed; loaded when a case asks for them. */
export const families: Readonly<Record<string, () => Promise<OracleFamily>>> = {
  descriptives: async () => (await import('./families/descriptives.ts')).descriptives,
  correlations: async () => (await import('./families/correlations.ts')).correlations,
  dif: async () => (await import('./families/dif.ts')).dif,
  efa: async () => (await import('./families/efa.ts')).efa,
  factorability: async () => (await import('./families/factorability.ts')).factorability,
  many_groups: async () => (await import('./families/many-groups.ts')).manyGroups,
  multilevel: async () => (await import('./families/multilevel.ts')).multilevel,
  multilevel_binary: async () => (await import('./families/multilevel-binary.ts')).multilevelBinary,
  multilevel_linear: async () => (await import('./families/multilevel-linear.ts')).multilevelLinear,
  multilevel_ordinal: async () =>
    (await import('./families/multilevel-ordinal.ts')).multilevelOrdinal,
  irt_grm: async () => (await import('./families/irt-grm.ts')).irtGrm,
  multiplicity: async () => (await import('./families/multiplicity.ts')).multiplicity,
  number_of_factors: async () => (await import('./families/number-of-factors.ts')).numberOfFactors,
  two_groups: async () => (await import('./families/two-groups.ts')).twoGroups,
};
