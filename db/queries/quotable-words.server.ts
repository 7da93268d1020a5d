import { sql } from 'drizzle-orm';
import type { LocalText } from '#surveys/model/languages.ts';
import { queryRows, type Transaction } from '../database.ts';
import { quotes } from '../schema/quote.ts';
import { checkedTranslations, type CheckedTranslation } from './checked-translations.ts';
import { quoteConsent } from './quote-consent.ts';
import type { OfPanel, OfSuggestion } from './suggestion.server.ts';

export type AcceptedContribution = {
  id: string;
  /** Of a survey its own id. */
  memberId: string;
  /** Null: of a survey; nobody knows who wrote. */
  memberNumber: number | null;
  round: number;
  prompt: LocalText;
  language: string;
  text: string;
  /** Null: the author does not agree to be quoted. */
  quoteConsentId: string | null;
};

/** What the panel's suggestions can be built on, by round, prompt and person. */
export async function listAcceptedContributions(
  tx: Transaction,
  { organisationId, panelId }: OfPanel,
): Promise<AcceptedContribution[]> {
  return queryRows<AcceptedContribution>(
    tx,
    sql`select c.id, coalesce(c.member_id, c.id) as "memberId", m.number as "memberNumber",
          r.number as round,
          p.text as prompt, c.language, c.text, ${quoteConsent} as "quoteConsentId"
        from contributions c
        left join panel_members m on m.organisation_id = c.organisation_id and m.id = c.member_id
        join panel_rounds r on r.organisation_id = c.organisation_id and r.id = c.round_id
        join panel_prompts p on p.organisation_id = c.organisation_id and p.id = c.prompt_id
        where c.organisation_id = ${organisationId} and c.panel_id = ${panelId}
          and c.state = 'accepted'
        order by r.number, p.position, m.number, c.id`,
  );
}

export type LinkedContribution = {
  suggestionId: string;
  contributionId: string;
  memberNumber: number | null;
  language: string;
  text: string;
  start: number | null;
  end: number | null;
  /** Of the whole contribution, each checked by a person. */
  translations: CheckedTranslation[];
};

/**
 * What suggestions are built on and still stands. A quote is there only while its author agrees to be
 * quoted: who takes that back is quoted nowhere from then on.
 */
export async function listLinkedContributions(
  tx: Transaction,
  { organisationId, panelId }: OfPanel,
): Promise<LinkedContribution[]> {
  return queryRows<LinkedContribution>(
    tx,
    sql`select l.suggestion_id as "suggestionId", c.id as "contributionId",
          m.number as "memberNumber", c.language, c.text, q.start, q."end",
          ${checkedTranslations} as translations
        from suggestion_contributions l
        join contributions c on c.organisation_id = l.organisation_id and c.id = l.contribution_id
        left join panel_members m on m.organisation_id = c.organisation_id and m.id = c.member_id
        left join quotes q on q.organisation_id = l.organisation_id and q.id = l.quote_id
          and ${quoteConsent} is not null
        where l.organisation_id = ${organisationId} and l.panel_id = ${panelId}
          and c.state = 'accepted'
        order by l.suggestion_id, m.number, c.id`,
  );
}

type QuoteRow = OfPanel & {
  contributionId: string;
  memberId: string;
  consentId: string;
  start: number;
  end: number;
};

function underConsent({ contributionId, memberId, consentId }: QuoteRow) {
  return memberId === contributionId
    ? { memberId: null, consentId: null, mayQuote: true }
    : { memberId, consentId };
}

/**
 * The same words of a contribution are one quote; the panel is held by the caller. Words of a survey name
 * themselves as their author and as their consent: the quote then refers to what was chosen beside them.
 */
export async function insertQuote(tx: Transaction, quote: QuoteRow): Promise<string> {
  const { organisationId, contributionId, start, end } = quote;
  const [known] = await queryRows<{ id: string }>(
    tx,
    sql`select id from quotes where organisation_id = ${organisationId}
          and contribution_id = ${contributionId} and start = ${start} and "end" = ${end}`,
  );
  if (known) return known.id;
  const [row] = await tx
    .insert(quotes)
    .values({ ...quote, ...underConsent(quote), consentPurpose: 'quote' })
    .returning({ id: quotes.id });
  if (!row) throw new Error('an inserted quote was not returned');
  return row.id;
}

/** Who is told of what becomes of a suggestion: the authors whose words it stands on. */
export async function listContributorsOf(
  tx: Transaction,
  { organisationId, suggestionId }: OfSuggestion,
): Promise<string[]> {
  const rows = await queryRows<{ id: string }>(
    tx,
    sql`select distinct c.member_id as id from suggestion_contributions l
        join contributions c on c.organisation_id = l.organisation_id and c.id = l.contribution_id
        where l.organisation_id = ${organisationId} and l.suggestion_id = ${suggestionId}
          and c.state = 'accepted' and c.member_id is not null
        order by 1`,
  );
  return rows.map(({ id }) => id);
}
