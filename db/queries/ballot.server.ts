import { and, eq, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { completionReceipts, usedBallots } from '../schema/answering.ts';
import { studies, waves } from '../schema/study.ts';

/** Marks the ballot as used; false when it was used or withdrawn before. The database decides. */
export async function useBallot(
  tx: Transaction,
  ballot: { organisationId: string; studyId: string; waveId: string; ballotHash: string },
): Promise<boolean> {
  const used = await tx
    .insert(usedBallots)
    .values(ballot)
    .onConflictDoNothing()
    .returning({ ballotHash: usedBallots.ballotHash });
  return used.length === 1;
}

/** The wave a used ballot belongs to; nothing when the ballot was never sent or withdrawn. */
export async function findUsedBallotWave(
  tx: Transaction,
  { organisationId, ballotHash }: { organisationId: string; ballotHash: string },
): Promise<string | undefined> {
  const [used] = await tx
    .select({ waveId: usedBallots.waveId })
    .from(usedBallots)
    .where(
      and(eq(usedBallots.organisationId, organisationId), eq(usedBallots.ballotHash, ballotHash)),
    );
  return used?.waveId;
}

/** For the public actor whose key is the ballot's hash: where it belongs, if anywhere. */
export async function findBallotOwner(tx: Transaction, { ballotHash }: { ballotHash: string }) {
  const [owner] = await queryRows<{
    organisationId: string;
    studyId: string;
    language: string | null;
  }>(
    tx,
    sql`select organisation_id as "organisationId", study_id as "studyId",
          content ->> 'language' as language from drafts where ballot_hash = ${ballotHash}
        union all
        select organisation_id, study_id, null from used_ballots where ballot_hash = ${ballotHash}
        limit 1`,
  );
  return owner;
}

const submitLock = (waveId: string) => sql`hashtextextended(${`submit/${waveId}`}, 0)`;

/** Held by every submission until it is committed, so that closing can wait for all of them. */
export async function lockForSubmitting(tx: Transaction, waveId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${submitLock(waveId)})`);
}

/** Waits until no submission into the wave is under way. */
export async function waitForSubmissions(tx: Transaction, waveId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${submitLock(waveId)})`);
}

export async function findWaveState(
  tx: Transaction,
  { organisationId, waveId }: { organisationId: string; waveId: string },
) {
  const [state] = await tx
    .select({ study: studies.state, wave: waves.state })
    .from(waves)
    .innerJoin(
      studies,
      and(eq(studies.organisationId, waves.organisationId), eq(studies.id, waves.studyId)),
    )
    .where(and(eq(waves.organisationId, organisationId), eq(waves.id, waveId)));
  return state;
}

export async function insertReceipt(
  tx: Transaction,
  receipt: { organisationId: string; invitationId: string; waveId: string },
): Promise<void> {
  await tx.insert(completionReceipts).values(receipt).onConflictDoNothing();
}
