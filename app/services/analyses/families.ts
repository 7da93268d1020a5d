import type { Family } from './family.ts';

/** The analyses by name; loaded when asked for. */
export const families: Readonly<Record<string, () => Promise<Family>>> = {
  dif: async () => (await import('./families/dif.ts')).dif,
  correlations: async () => (await import('./families/correlations.ts')).correlations,
  factorability: async () => (await import('./families/factorability.ts')).factorability,
  multiplicity: async () => (await import('./families/multiplicity.ts')).multiplicity,
};
