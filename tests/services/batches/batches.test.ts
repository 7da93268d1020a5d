import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { applyReceipts } from '#app/services/batches/apply-receipts.server.ts';
import { closeWaveBatches } from '#app/services/batches/close-wave-batches.server.ts';
import { moveBatches } from '#app/services/batches/move-batches.server.ts';
import { moveWaveBatch } from '#app/services/batches/move-wave-batch.server.ts';
import { purgeDrafts } from '#app/services/batches/purge-drafts.server.ts';
import { ballotHashOf, newStart } from '#app/services/answering/ballot.server.ts';
import { sendBallot } from '#app/services/answering/send-ballot.server.ts';
import { startInvitedBallot } from '#app/services/answering/start-ballot.server.ts';
import { submitBallot } from '#app/services/answering/submit-ballot.server.ts';
import { shuffleWaiting } from '#app/services/batches/shuffle-waiting.server.ts';
import { withdrawBallot } from '#app/services/answering/withdraw-ballot.server.ts';
import { describeOnDatabases, describeOnOwnDatabases } from '#tests/support/databases.ts';
import {
  answerAndSend,
  beginAndConsent,
  consentTo,
  fieldStudy,
  invite,
  look,
  setState,
  wanted,
  type Fielded,
} from '../answering/fielded.ts';

async function sizes(fielded: Fielded, group: ReturnType<typeof sql>): Promise<number[]> {
  const rows = await look<{ n: number }>(
    sql`select count(*)::int as n from responses where wave_id = ${fielded.waveId}
        group by ${group} order by n`,
  );
  return rows.map(({ n }) => n);
}

async function waiting({ waveId }: Fielded): Promise<number> {
  const rows = await look(sql`select 1 from inbox where wave_id = ${waveId}`);
  return rows.length;
}

const bySite = sql`site_id`;
const byRole = sql`covariates ->> 'role'`;
const all = sql`wave_id`;

async function completeByInvitation(fielded: Fielded): Promise<void> {
  const token = await invite(fielded);
  const { ballot, receipt } = await startInvitedBallot({ token, start: newStart(), wanted });
  await consentTo(fielded, ballot);
  await sendBallot({ ballot, completionMode: 'self', receipt });
}

async function completed({ studyId }: Fielded): Promise<number> {
  const rows = await look(sql`select 1 from invitations where study_id = ${studyId} and completed`);
  return rows.length;
}

describeOnDatabases('batches', () => {
  it('never moves fewer than the minimum before closing, and then everything', async () => {
    const fielded = await fieldStudy({ minimumCellSize: 4 });
    for (let i = 0; i < 3; i += 1) {
      await answerAndSend(fielded);
      expect(await moveWaveBatch(fielded)).toBe(0);
    }
    await answerAndSend(fielded);
    expect(await moveWaveBatch(fielded)).toBe(4);
    await answerAndSend(fielded);
    expect(await moveWaveBatch(fielded)).toBe(0);
    await expect(closeWaveBatches(fielded)).rejects.toMatchObject({ reason: 'wave-not-closed' });
    await setState(fielded, { wave: 'closed' });
    expect(await closeWaveBatches(fielded)).toBe(1);
    expect(await closeWaveBatches(fielded)).toBe(0);
    expect(await sizes(fielded, all)).toEqual([5]);
  });

  it('lets no level of a protected group grow by fewer than the minimum', async () => {
    const fielded = await fieldStudy({ minimumCellSize: 3 });
    const seen = { site: new Map<string, number>(), role: new Map<string, number>() };
    const grewBy = async (kind: 'site' | 'role', group: ReturnType<typeof sql>) => {
      const rows = await look<{ level: string; n: number }>(
        sql`select (${group})::text as level, count(*)::int as n from responses
            where wave_id = ${fielded.waveId} group by 1`,
      );
      return rows.map(({ level, n }) => {
        const growth = n - (seen[kind].get(level) ?? 0);
        seen[kind].set(level, n);
        return growth;
      });
    };
    // Sites and roles cross unevenly, so that a site may be full while one of its roles is not.
    for (let i = 0; i < 30; i += 1) {
      await answerAndSend(fielded, { site: i % 3 === 0 ? 1 : 0, role: String(1 + (i % 4)) });
      await moveBatches();
      for (const growth of [...(await grewBy('site', bySite)), ...(await grewBy('role', byRole))]) {
        expect(growth === 0 || growth >= 3).toBe(true);
      }
    }
    const moved = (await sizes(fielded, all))[0] ?? 0;
    expect(moved).toBeGreaterThan(0);
    expect(moved + (await waiting(fielded))).toBe(30);
  });

  it('writes what results need: codes in item order, the day, the group, the origin', async () => {
    const fielded = await fieldStudy({ minimumCellSize: 2 });
    await answerAndSend(fielded, { code: '5' });
    await answerAndSend(fielded, { code: 'dont-know' });
    await moveWaveBatch(fielded);
    const rows = await look<Record<string, unknown>>(
      sql`select item_codes, day::text as day, site_id, language, origin, completion_mode,
            covariates ->> 'role' as role, consent_version_id, scoring_recipe_version
          from responses where wave_id = ${fielded.waveId} order by item_codes`,
    );
    expect(rows.map((row) => row['item_codes'])).toEqual([
      [-5, -2, -2, -2, -2, -2, -2, -2, -2],
      [5, -2, -2, -2, -2, -2, -2, -2, -2],
    ]);
    expect(rows[0]).toMatchObject({
      day: new Date().toISOString().slice(0, 10),
      site_id: fielded.siteIds[0],
      language: 'en',
      origin: 'real',
      completion_mode: 'self',
      role: '1',
      consent_version_id: fielded.consentVersionId,
      scoring_recipe_version: 'attune-scoring/1',
    });
  });

  it('moves every answer once when several processes take batches while people send', async () => {
    const fielded = await fieldStudy({ minimumCellSize: 2, covariates: [] });
    const ballots = await Promise.all(Array.from({ length: 24 }, () => beginAndConsent(fielded)));
    await Promise.all([
      ...ballots.map((ballot) => submitBallot({ ballot, completionMode: 'self' })),
      ...Array.from({ length: 6 }, () => moveBatches()),
    ]);
    await Promise.all([moveBatches(), moveBatches()]);
    expect((await sizes(fielded, all))[0] ?? 0).toBe(24 - (await waiting(fielded)));
    await setState(fielded, { study: 'closed' });
    await moveBatches();
    expect(await sizes(fielded, all)).toEqual([24]);
  });

  it('deletes or moves an answer that is withdrawn while its batch runs, never both', async () => {
    const fielded = await fieldStudy({ minimumCellSize: 2, covariates: [] });
    const ballots = [];
    for (let i = 0; i < 6; i += 1) ballots.push(await answerAndSend(fielded));
    const [, ...withdrawn] = await Promise.all([
      moveBatches(),
      ...ballots.slice(0, 3).map(({ code }) => withdrawBallot(code)),
    ]);
    await setState(fielded, { study: 'closed' });
    await moveBatches();
    const gone = withdrawn.filter((result) => result.ok && result.deleted === 'everything').length;
    expect(await sizes(fielded, all)).toEqual([6 - gone]);
  });

  it('withdraws what waits while the waiting rows are rewritten', async () => {
    const fielded = await fieldStudy({ minimumCellSize: 50, covariates: [] });
    const ballots = [];
    for (let i = 0; i < 8; i += 1) ballots.push(await answerAndSend(fielded));
    const withdrawn = await Promise.all(
      ballots.flatMap(({ code }) => [shuffleWaiting(fielded), withdrawBallot(code)]),
    );
    expect(withdrawn.filter(Boolean)).toEqual(
      ballots.map(() => ({ ok: true, deleted: 'everything' })),
    );
    expect(await waiting(fielded)).toBe(0);
  });

  it('counts submissions that closing overtakes either in or out', async () => {
    const fielded = await fieldStudy({ covariates: [] });
    const ballots = await Promise.all(Array.from({ length: 10 }, () => beginAndConsent(fielded)));
    const close = async () => {
      await setState(fielded, { wave: 'closed' });
      return closeWaveBatches(fielded);
    };
    const [moved, ...sent] = await Promise.all([
      close(),
      ...ballots.map((ballot) =>
        submitBallot({ ballot, completionMode: 'self' }).then(
          () => 'in',
          () => 'out',
        ),
      ),
    ]);
    expect(moved).toBe(sent.filter((outcome) => outcome === 'in').length);
    expect(await waiting(fielded)).toBe(0);
  });
});

describeOnOwnDatabases('receipts', () => {
  it('mark invitations only when enough wait together, or at closing', async () => {
    const fielded = await fieldStudy({ minimumCellSize: 3 });
    for (const expected of [0, 0, 3, 3]) {
      await completeByInvitation(fielded);
      await applyReceipts();
      expect(await completed(fielded)).toBe(expected);
    }
    await setState(fielded, { study: 'closed' });
    await applyReceipts();
    expect(await completed(fielded)).toBe(4);
    expect(await look(sql`select 1 from completion_receipts`)).toEqual([]);
  });
});

describeOnDatabases('abandoned drafts', () => {
  it('are deleted after the time their study keeps them, counted and recorded', async () => {
    const fielded = await fieldStudy();
    const [old, recent] = [await beginAndConsent(fielded), await beginAndConsent(fielded)];
    const day = '2026-03-31';
    const age = (code: string, savedOn: string) =>
      look(sql`update drafts set saved_on = ${savedOn} where ballot_hash = ${ballotHashOf(code)}`);
    await age(old.code, '2026-02-28'); // 31 days, one more than the study keeps them
    await age(recent.code, '2026-03-01');
    expect(await purgeDrafts(day)).toBe(1);
    expect(await purgeDrafts(day)).toBe(0);
    const [wave] = await look<{ abandoned: number }>(
      sql`select abandoned from waves where id = ${fielded.waveId}`,
    );
    expect(wave).toEqual({ abandoned: 1 });
    const records = await look(
      sql`select kind, rows, deleted_on::text as day from deletion_records
          where study_id = ${fielded.studyId}`,
    );
    expect(records).toEqual([{ kind: 'abandoned-drafts', rows: 1, day }]);
    expect(await look(sql`select 1 from drafts where study_id = ${fielded.studyId}`)).toHaveLength(
      1,
    );
  });
});
