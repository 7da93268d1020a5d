import { and, asc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { invitations } from '../schema/invitation.ts';
import { studies, waves } from '../schema/study.ts';
import type { OfPerson } from './panel-person.server.ts';

type OfWave = { organisationId: string; waveId: string };

const columns = {
  waveId: waves.id,
  studyId: studies.id,
  title: studies.title,
  wave: waves.name,
  waveState: waves.state,
  studyState: studies.state,
};
const studyOfWave = and(
  eq(studies.organisationId, waves.organisationId),
  eq(studies.id, waves.studyId),
);

/** Waves that people of a panel can answer now: open ones of confidential studies. */
export async function listQuestionnaires(
  tx: Transaction,
  { organisationId }: { organisationId: string },
) {
  return tx
    .select(columns)
    .from(waves)
    .innerJoin(studies, studyOfWave)
    .where(
      and(
        eq(waves.organisationId, organisationId),
        eq(studies.responseMode, 'confidential'),
        eq(studies.state, 'open'),
        eq(waves.state, 'open'),
      ),
    )
    .orderBy(asc(studies.openedAt), asc(waves.number));
}

export async function findQuestionnaire(tx: Transaction, { organisationId, waveId }: OfWave) {
  const [found] = await tx
    .select(columns)
    .from(waves)
    .innerJoin(studies, studyOfWave)
    .where(
      and(
        eq(waves.organisationId, organisationId),
        eq(waves.id, waveId),
        eq(studies.responseMode, 'confidential'),
      ),
    );
  return found;
}

/** Whether and how this person has begun in a wave. */
export async function findOwnStart(
  tx: Transaction,
  { organisationId, memberId, waveId }: OfPerson & { waveId: string },
) {
  const [invitation] = await tx
    .select({ id: invitations.id, completed: invitations.completed })
    .from(invitations)
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        eq(invitations.waveId, waveId),
        eq(invitations.panelMemberId, memberId),
      ),
    );
  return invitation;
}

type Start = Pick<
  typeof invitations.$inferInsert,
  | 'organisationId'
  | 'studyId'
  | 'waveId'
  | 'siteId'
  | 'language'
  | 'tokenHash'
  | 'startHash'
  | 'invitedOn'
> & { panelMemberId: string };

/**
 * Once for each person and wave, decided by the database; for the page that did it again and again.
 * Nothing is returned where another page has begun.
 */
export async function insertPanelStart(tx: Transaction, start: Start) {
  const [invitation] = await tx
    .insert(invitations)
    .values({ ...start, email: '', consumed: true })
    .onConflictDoUpdate({
      target: [invitations.organisationId, invitations.waveId, invitations.panelMemberId],
      set: { startHash: sql`excluded.start_hash` },
      setWhere: sql`${invitations.startHash} = excluded.start_hash`,
    })
    .returning({ id: invitations.id });
  return invitation;
}
