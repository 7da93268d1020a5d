import { boolean, text, uuid } from 'drizzle-orm/pg-core';

/** Lead to a consent that was granted: what refers to it cannot exist without. */
export const consentColumns = () => ({
  /** Null where nobody knows who wrote: then the row says itself what was agreed to. */
  consentId: uuid('consent_id'),
  consentPurpose: text('consent_purpose').notNull(),
  consentGranted: boolean('consent_granted').notNull().default(true),
});
