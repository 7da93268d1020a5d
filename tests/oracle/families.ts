import type { OracleFamily } from './family.ts';

/** The families that are computed; loaded when a case asks for them. */
export const families: Readonly<Record<string, () => Promise<OracleFamily>>> = {
  dif: async () => (await import('./families/dif.ts')).dif,
  correlations: async () => (await import('./families/correlations.ts')).correlations,
  factorability: async () => (await import('./families/factorability.ts')).factorability,
  multiplicity: async () => (await import('./families/multiplicity.ts')).multiplicity,
};
