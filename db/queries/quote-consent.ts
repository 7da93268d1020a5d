import { sql } from 'drizzle-orm';

/**
 * Under which consent contribution `c` may be quoted: the newest one of its author, where it was given. Words
 * of a survey have no author and stand for it themselves, where that was chosen beside them.
 */
export const quoteConsent = sql`(case when c.member_id is null
    then case when c.may_quote then c.id end
    else (select k.id from panel_consents k
      where k.organisation_id = c.organisation_id and k.member_id = c.member_id
        and k.purpose = 'quote' and k.granted
        and k.number = (select max(n.number) from panel_consents n
          where n.organisation_id = c.organisation_id and n.member_id = c.member_id
            and n.purpose = 'quote')) end)`;
