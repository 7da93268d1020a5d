import type { ConsentPurpose } from '#db/schema/panel.ts';

/** In the order in which people are asked; the database holds the same words. */
export const consentPurposes = [
  'read',
  'quote',
  'credit',
  'recontact',
] as const satisfies readonly ConsentPurpose[];
