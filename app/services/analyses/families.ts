import type { Family } from './family.ts';

/** The analyses by name; loaded when asked for. */
export const families: Readonly<Record<string, () => Promise<Family>>> = {
  multiplicity: async () => (await import('./families/multiplicity.ts')).multiplicity,
};
