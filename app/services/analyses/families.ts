import type { Family } from './family.ts';

/** The analyses by name; loaded when asked for. */
export const families: Readonly<Record<string, () => Promise<Family>>> = {
  correlations: async () => (await import('./families/correlations.ts')).correlations,
  dif: async () => (await import('./families/dif.ts')).dif,
  efa: async () => (await import('./families/efa.ts')).efa,
  factorability: async () => (await import('./families/factorability.ts')).factorability,
  multiplicity: async () => (await import('./families/multiplicity.ts')).multiplicity,
  number_of_factors: async () => (await import('./families/number-of-factors.ts')).numberOfFactors,
};
