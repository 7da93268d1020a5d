import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { LocalText } from '#surveys/model/languages.ts';
import type { Transaction } from '../database.ts';
import { panelPrompts, panelRounds } from '../schema/panel-round.ts';
import { panelStatements } from '../schema/panel-statement.ts';

type OfPanel = { organisationId: string; panelId: string };
export type OfRound = OfPanel & { roundId: string };
type RoundRow = typeof panelRounds.$inferInsert;
type RoundChange = Partial<Omit<RoundRow, 'organisationId' | 'panelId' | 'id' | 'revision'>>;
/** What a round asks, in the order of asking. */
type Asked = typeof panelPrompts | typeof panelStatements;

const ofRound = ({ organisationId, panelId, roundId }: OfRound) =>
  and(
    eq(panelRounds.organisationId, organisationId),
    eq(panelRounds.panelId, panelId),
    eq(panelRounds.id, roundId),
  );
const askedIn = (table: Asked, { organisationId, panelId, roundId }: OfRound) =>
  and(
    eq(table.organisationId, organisationId),
    eq(table.panelId, panelId),
    eq(table.roundId, roundId),
  );

/** Newest first. */
export async function listRounds(tx: Transaction, params: OfPanel) {
  return tx
    .select()
    .from(panelRounds)
    .where(
      and(
        eq(panelRounds.organisationId, params.organisationId),
        eq(panelRounds.panelId, params.panelId),
      ),
    )
    .orderBy(desc(panelRounds.number));
}

export async function findRound(tx: Transaction, params: OfRound) {
  const [round] = await tx.select().from(panelRounds).where(ofRound(params));
  return round;
}

/** Holds the round until the transaction ends. */
export async function lockRound(tx: Transaction, params: OfRound): Promise<void> {
  await tx.execute(
    sql`select 1 from panel_rounds where organisation_id = ${params.organisationId}
        and panel_id = ${params.panelId} and id = ${params.roundId} for no key update`,
  );
}

export async function insertRound(
  tx: Transaction,
  {
    roundId,
    ...values
  }: OfRound & Pick<RoundRow, 'number' | 'title' | 'intro' | 'minutes' | 'closesOn' | 'waveId'>,
): Promise<void> {
  await tx.insert(panelRounds).values({ ...values, id: roundId });
}

/** Nothing is returned when somebody has saved another revision meanwhile. */
export async function updateRound(
  tx: Transaction,
  params: OfRound & { revision: number; change: RoundChange },
) {
  const [round] = await tx
    .update(panelRounds)
    .set({ ...params.change, revision: sql`${panelRounds.revision} + 1` })
    .where(and(ofRound(params), eq(panelRounds.revision, params.revision)))
    .returning({ id: panelRounds.id });
  return round;
}

export async function deleteRoundDraft(tx: Transaction, params: OfRound) {
  const [round] = await tx
    .delete(panelRounds)
    .where(and(ofRound(params), eq(panelRounds.state, 'draft')))
    .returning({ number: panelRounds.number });
  return round;
}

export async function listPrompts(tx: Transaction, params: OfRound) {
  return tx
    .select()
    .from(panelPrompts)
    .where(askedIn(panelPrompts, params))
    .orderBy(asc(panelPrompts.position));
}

export async function listStatements(tx: Transaction, params: OfRound) {
  return tx
    .select()
    .from(panelStatements)
    .where(askedIn(panelStatements, params))
    .orderBy(asc(panelStatements.position));
}

async function nextPosition(tx: Transaction, table: Asked, params: OfRound): Promise<number> {
  const [last] = await tx
    .select({ position: table.position })
    .from(table)
    .where(askedIn(table, params))
    .orderBy(desc(table.position))
    .limit(1);
  return (last?.position ?? 0) + 1;
}

/** Comes last; the round is locked. */
export async function insertPrompt(
  tx: Transaction,
  params: OfRound & Pick<typeof panelPrompts.$inferInsert, 'text' | 'easyRead' | 'kind' | 'about'>,
) {
  const position = await nextPosition(tx, panelPrompts, params);
  const [prompt] = await tx
    .insert(panelPrompts)
    .values({ ...params, position })
    .returning({ id: panelPrompts.id });
  return prompt;
}

export async function updatePrompt(
  tx: Transaction,
  params: OfRound & { promptId: string } & Pick<
      typeof panelPrompts.$inferInsert,
      'text' | 'easyRead'
    >,
) {
  const { promptId, text, easyRead } = params;
  const [prompt] = await tx
    .update(panelPrompts)
    .set({ text, easyRead })
    .where(and(askedIn(panelPrompts, params), eq(panelPrompts.id, promptId)))
    .returning({ id: panelPrompts.id });
  return prompt;
}

export async function deletePrompt(tx: Transaction, params: OfRound & { promptId: string }) {
  const [prompt] = await tx
    .delete(panelPrompts)
    .where(and(askedIn(panelPrompts, params), eq(panelPrompts.id, params.promptId)))
    .returning({ id: panelPrompts.id });
  return prompt;
}

type StatementTexts = { text: LocalText; easyRead: LocalText; contributionId: string | null };

/** Comes last; the round is locked. */
export async function insertStatement(tx: Transaction, params: OfRound & StatementTexts) {
  const position = await nextPosition(tx, panelStatements, params);
  const [statement] = await tx
    .insert(panelStatements)
    .values({ ...params, position })
    .returning({ id: panelStatements.id });
  return statement;
}

export async function updateStatement(
  tx: Transaction,
  params: OfRound & StatementTexts & { statementId: string },
) {
  const { statementId, text, easyRead, contributionId } = params;
  const [statement] = await tx
    .update(panelStatements)
    .set({ text, easyRead, contributionId })
    .where(and(askedIn(panelStatements, params), eq(panelStatements.id, statementId)))
    .returning({ id: panelStatements.id });
  return statement;
}

export async function deleteStatement(tx: Transaction, params: OfRound & { statementId: string }) {
  const [statement] = await tx
    .delete(panelStatements)
    .where(and(askedIn(panelStatements, params), eq(panelStatements.id, params.statementId)))
    .returning({ id: panelStatements.id });
  return statement;
}
