import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { applyRetention } from '#app/services/retention/apply-retention.server.ts';
import { changeRetention, setHold } from '#app/services/retention/change-retention.server.ts';
import {
  getRetentionSchedule,
  listRetentionSchedules,
} from '#app/services/retention/list-retention.server.ts';
import { addDays } from '#app/days.ts';
import { queryRows } from '#db/database.ts';
import { auditEntries } from '#db/schema/audit.ts';
import { outbox } from '#db/schema/invitation.ts';
import { studies } from '#db/schema/study.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { fillStudy } from '#tests/support/filled-study.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';

const emptied = ['responses', 'invitations', 'drafts', 'inbox', 'used_ballots', 'import_drafts'];

/** A study closed on 31 January 2026 that is kept for one month, and one beside it that stays open. */
async function closedStudy() {
  const workspace = await createWorkspace();
  const { organisationId, siteIds } = workspace;
  const custodian = await createMember(workspace, 'data-custodian');
  const owner = { userId: custodian.userId, siteScope: '*' };
  const { studyId } = await fillStudy(organisationId, siteIds[0] ?? '', owner);
  const beside = await fillStudy(organisationId, siteIds[1] ?? '', owner);
  await getDatabase()
    .update(studies)
    .set({ state: 'closed', closedAt: new Date('2026-01-31T12:00:00Z'), retentionMonths: 1 })
    .where(eq(studies.id, studyId));
  return { workspace, custodian, studyId, beside: beside.studyId };
}

async function rowsOf(studyId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of emptied) {
    const [row] = await queryRows<{ n: number }>(
      getDatabase(),
      sql`select count(*)::int as n from ${sql.identifier(table)} where study_id = ${studyId}`,
    );
    counts[table] = row?.n ?? 0;
  }
  return counts;
}

const all = (n: number) => Object.fromEntries(emptied.map((table) => [table, n]));

async function mailsAbout(studyId: string) {
  const mails = await getDatabase().select().from(outbox);
  return mails.filter((mail) => mail.body.includes(studyId)).map((mail) => mail.recipient);
}

async function actionsAbout(studyId: string) {
  const rows = await getDatabase()
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, studyId))
    .orderBy(auditEntries.number);
  return rows.map((row) => row.action);
}

async function runDaily(from: string, days: number): Promise<void> {
  for (let i = 0; i < days; i += 1) await applyRetention(addDays(from, i));
}

describeOnDatabases('retention', () => {
  it('warns twice and then deletes what was said, and keeps a record of how much', async () => {
    const { custodian, studyId, beside } = await closedStudy();
    await applyRetention('2026-01-31');
    expect(await mailsAbout(studyId)).toHaveLength(1); // one month is less than 30 days of notice
    await runDaily('2026-02-01', 20);
    expect(await mailsAbout(studyId)).toHaveLength(1);
    await runDaily('2026-02-21', 9);
    expect(await mailsAbout(studyId)).toHaveLength(2);
    expect(await rowsOf(studyId)).toEqual(all(1));
    await runDaily('2026-03-02', 3);
    expect(await rowsOf(studyId)).toEqual(all(0));
    expect(await rowsOf(beside)).toEqual(all(1));
    const { study, records } = await getRetentionSchedule(custodian, studyId, '2026-03-10');
    expect(study).toMatchObject({ status: 'deleted', date: '2026-03-02', responses: 0 });
    const deleted = records.filter((record) => record.kind !== 'abandoned-drafts');
    expect(deleted.map(({ kind, rows }) => [kind, rows]).sort()).toEqual([
      ['invitations', 1],
      ['responses', 1],
    ]);
    expect(await actionsAbout(studyId)).toEqual([
      'retention.warned',
      'retention.warned',
      'retention.deleted',
    ]);
    expect(await mailsAbout(beside)).toEqual([]);
  });

  it('deletes the keys of pseudonyms and waiting receipts with the invitations', async () => {
    const { workspace, studyId } = await closedStudy();
    await runDaily('2026-02-01', 40);
    expect(await rowsOf(studyId)).toEqual(all(0));
    for (const table of ['pseudonym_keys', 'completion_receipts']) {
      const [row] = await queryRows<{ n: number }>(
        getDatabase(),
        sql`select count(*)::int as n from ${sql.identifier(table)}
            where organisation_id = ${workspace.organisationId}`,
      );
      expect(row?.n, table).toBe(1); // that of the study beside it
    }
  });

  it('deletes nothing while a study is held, and warns anew after the release', async () => {
    const { custodian, studyId } = await closedStudy();
    await runDaily('2026-01-31', 25);
    await setHold(custodian, studyId, 'inquiry 12');
    await runDaily('2026-02-25', 60);
    expect(await rowsOf(studyId)).toEqual(all(1));
    await setHold(custodian, studyId, null);
    const before = (await mailsAbout(studyId)).length;
    await applyRetention('2026-05-01');
    expect(await mailsAbout(studyId)).toHaveLength(before + 1);
    await runDaily('2026-05-02', 29);
    expect(await rowsOf(studyId)).toEqual(all(1));
    await runDaily('2026-05-31', 2);
    expect(await rowsOf(studyId)).toEqual(all(0));
    const actions = await actionsAbout(studyId);
    expect(actions.filter((action) => !action.includes('warned'))).toEqual([
      'retention.held',
      'retention.released',
      'retention.deleted',
    ]);
  });

  it('follows a longer schedule', async () => {
    const { custodian, studyId } = await closedStudy();
    await changeRetention(custodian, studyId, 24);
    await runDaily('2026-02-20', 60);
    expect(await rowsOf(studyId)).toEqual(all(1));
    expect(await mailsAbout(studyId)).toEqual([]);
    const [study] = (await listRetentionSchedules(custodian, '2026-03-01')).filter(
      ({ id }) => id === studyId,
    );
    const expected = { status: 'scheduled', date: '2028-01-31', months: 24, responses: 1 };
    expect(study).toMatchObject(expected);
  });

  it('writes to the administrators where there is no custodian', async () => {
    const { workspace, custodian, studyId } = await closedStudy();
    const administrator = await createMember(workspace, 'administrator');
    await getDatabase().execute(sql`delete from memberships where user_id = ${custodian.userId}`);
    await applyRetention('2026-02-20');
    expect(await mailsAbout(studyId)).toEqual([`${administrator.userId}@example.org`]);
  });

  it('is changed by a data custodian of all sites alone, and read by few', async () => {
    const { workspace, studyId } = await closedStudy();
    const forbidden = { code: 'forbidden' };
    for (const role of ['administrator', 'auditor', 'researcher', 'board-chair'] as const) {
      const member = await createMember(workspace, role);
      await expect(changeRetention(member, studyId, 2)).rejects.toMatchObject(forbidden);
      await expect(setHold(member, studyId, 'x')).rejects.toMatchObject(forbidden);
    }
    const researcher = await createMember(workspace, 'researcher');
    const read = listRetentionSchedules(researcher, '2026-01-01');
    await expect(read).rejects.toMatchObject(forbidden);
    const stranger = await createMember(await createWorkspace(), 'data-custodian');
    const change = changeRetention(stranger, studyId, 2);
    await expect(change).rejects.toMatchObject({ code: 'not-found' });
    await expect(setHold(stranger, studyId, 'x')).rejects.toMatchObject({ code: 'conflict' });
  });

  it('refuses to hold twice or to release what is not held', async () => {
    const { custodian, studyId } = await closedStudy();
    const conflict = { code: 'conflict' };
    await expect(setHold(custodian, studyId, null)).rejects.toMatchObject(conflict);
    await setHold(custodian, studyId, 'inquiry');
    await expect(setHold(custodian, studyId, 'another')).rejects.toMatchObject(conflict);
  });
});
