import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { LocalText } from '#surveys/model/languages.ts';
import { queryRows, type Transaction } from '../database.ts';
import { quoteConsent } from './quote-consent.ts';
import { codings } from '../schema/coding.ts';
import { panelRounds, type RoundState } from '../schema/panel-round.ts';

export type OfPanel = { organisationId: string; panelId: string };
export type OfCoding = OfPanel & { codingId: string };

const one = ({ organisationId, panelId, codingId }: OfCoding) =>
  and(
    eq(codings.organisationId, organisationId),
    eq(codings.panelId, panelId),
    eq(codings.id, codingId),
  );

const round = and(
  eq(panelRounds.organisationId, codings.organisationId),
  eq(panelRounds.id, codings.roundId),
);

const columns = {
  id: codings.id,
  panelId: codings.panelId,
  roundId: codings.roundId,
  roundNumber: panelRounds.number,
  roundState: panelRounds.state,
  source: panelRounds.source,
  title: panelRounds.title,
  version: codings.version,
  checkOpenedOn: codings.checkOpenedOn,
  checkClosesOn: codings.checkClosesOn,
  checkClosedOn: codings.checkClosedOn,
};

export async function findCoding(tx: Transaction, params: OfCoding) {
  const [row] = await tx
    .select(columns)
    .from(codings)
    .innerJoin(panelRounds, round)
    .where(one(params));
  return row;
}

export type Coding = NonNullable<Awaited<ReturnType<typeof findCoding>>>;

/** Codings of a panel, the newest round first; those of surveys after those of its people. */
export async function listCodings(tx: Transaction, { organisationId, panelId }: OfPanel) {
  return tx
    .select(columns)
    .from(codings)
    .innerJoin(panelRounds, round)
    .where(and(eq(codings.organisationId, organisationId), eq(codings.panelId, panelId)))
    .orderBy(asc(panelRounds.source), desc(panelRounds.number));
}

export type CodableRound = {
  id: string;
  number: number;
  title: LocalText;
  state: RoundState;
  contributions: number;
};

/** Rounds without a coding in which somebody wrote a free text that was accepted. */
export async function listCodableRounds(
  tx: Transaction,
  { organisationId, panelId }: OfPanel,
): Promise<CodableRound[]> {
  return queryRows<CodableRound>(
    tx,
    sql`select r.id, r.number, r.title, r.state, count(*)::int as contributions
        from panel_rounds r
        join contributions c on c.organisation_id = r.organisation_id and c.round_id = r.id
          and c.state = 'accepted'
        join panel_prompts p on p.organisation_id = c.organisation_id and p.id = c.prompt_id
          and p.kind = 'free-text'
        where r.organisation_id = ${organisationId} and r.panel_id = ${panelId}
          and not exists (select 1 from codings g
            where g.organisation_id = r.organisation_id and g.round_id = r.id)
        group by r.organisation_id, r.id order by r.source, r.number desc`,
  );
}

/** Undefined where somebody else has begun it. */
export async function insertCoding(
  tx: Transaction,
  coding: OfPanel & { roundId: string; startedBy: string },
): Promise<string | undefined> {
  const [row] = await tx
    .insert(codings)
    .values(coding)
    .onConflictDoNothing()
    .returning({ id: codings.id });
  return row?.id;
}

/** Takes the next version of the codebook, if it is still the one that was read. */
export async function nextVersion(
  tx: Transaction,
  { version, ...params }: OfCoding & { version: number },
): Promise<number | undefined> {
  const [row] = await tx
    .update(codings)
    .set({ version: sql`${codings.version} + 1` })
    .where(and(one(params), eq(codings.version, version)))
    .returning({ version: codings.version });
  return row?.version;
}

export async function changeCheck(
  tx: Transaction,
  {
    set,
    ...params
  }: OfCoding & {
    set: { checkOpenedOn?: string; checkClosesOn?: string; checkClosedOn?: string | null };
  },
): Promise<void> {
  await tx.update(codings).set(set).where(one(params));
}

export type CodedText = {
  id: string;
  /** Of a survey its own id: each text counts as one person there, for nobody knows who wrote. */
  memberId: string;
  memberNumber: number | null;
  promptPosition: number;
  prompt: LocalText;
  language: string;
  text: string;
  /** Null: the author does not agree to be quoted. Of a survey's words their own id. */
  quoteConsentId: string | null;
};

const standing = ({ organisationId, panelId, codingId }: OfCoding) => sql`
  select c.id, coalesce(c.member_id, c.id) as "memberId", m.number as "memberNumber",
    p.position as "promptPosition", p.text as prompt, c.language, c.text,
    ${quoteConsent} as "quoteConsentId"
  from codings g
  join contributions c on c.organisation_id = g.organisation_id and c.round_id = g.round_id
    and c.state = 'accepted'
  left join panel_members m on m.organisation_id = c.organisation_id and m.id = c.member_id
  join panel_prompts p on p.organisation_id = c.organisation_id and p.id = c.prompt_id
    and p.kind = 'free-text'
  where g.organisation_id = ${organisationId} and g.panel_id = ${panelId} and g.id = ${codingId}
  order by p.position, m.number, c.id`;

/** What a coding reads, by prompt and person. */
export async function listCodedTexts(tx: Transaction, params: OfCoding): Promise<CodedText[]> {
  return queryRows<CodedText>(tx, standing(params));
}

/** Held until the transaction ends: nobody takes theirs back while a report is built on it. */
export async function shareCodedTexts(tx: Transaction, params: OfCoding): Promise<CodedText[]> {
  return queryRows<CodedText>(tx, sql`${standing(params)} for share of c`);
}

/** Rounds whose themes these people are asked about now; for the system. */
export async function listOpenChecks(tx: Transaction, { organisationId, panelId }: OfPanel) {
  return tx
    .select(columns)
    .from(codings)
    .innerJoin(panelRounds, round)
    .where(
      and(
        eq(codings.organisationId, organisationId),
        eq(codings.panelId, panelId),
        sql`${codings.checkOpenedOn} is not null and ${codings.checkClosedOn} is null`,
      ),
    )
    .orderBy(asc(panelRounds.number));
}
