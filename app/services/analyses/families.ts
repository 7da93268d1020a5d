import type { Family } from './family.ts';

/** The analyses by name; loaded when asked for. */
export const families: Readonly<Record<string, () => Promise<Family>>> = {
  dif: async () => (await import('./families/dif.ts')).dif,
  multiplicity: async () => (await import('./families/multiplicity.ts')).multiplicity,
};
