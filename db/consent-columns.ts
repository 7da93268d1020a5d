import { boolean, text, uuid } from 'drizzle-orm/pg-core';

/** Lead to a consent that was granted: what refers to it cannot exist without. */
export const consentColumns = () => ({
  consentId: uuid('consent_id').notNull(),
  consentPurpose: text('consent_purpose').notNull(),
  consentGranted: boolean('consent_granted').notNull().default(true),
});
