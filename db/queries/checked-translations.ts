import { sql } from 'drizzle-orm';

export type CheckedTranslation = { language: string; text: string; origin: 'human' | 'machine' };

/** Of the contribution `c`. A translation that nobody checked is shown to nobody outside. */
export const checkedTranslations = sql`(
  select coalesce(json_agg(json_build_object(
    'language', t.language, 'text', t.text, 'origin', t.origin) order by t.language), '[]')
  from contribution_translations t
  where t.organisation_id = c.organisation_id and t.contribution_id = c.id
    and t.checked_by is not null)`;
