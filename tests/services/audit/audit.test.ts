import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { env } from '#app/env.server.ts';
import type { AuditAction } from '#app/services/audit/audit-actions.ts';
import { exportAuditHeads, readAuditHeads } from '#app/services/audit/audit-heads.server.ts';
import { auditPageSize, listAudit } from '#app/services/audit/list-audit.server.ts';
import { verifyAudit } from '#app/services/audit/verify-audit.server.ts';
import { writeAudit } from '#app/services/audit/write-audit.server.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';

const everything = { action: null, actor: null, from: null, to: null, page: 1 };

async function auditorWith(entries: number): Promise<Member> {
  const member = await createMember(await createWorkspace(), 'auditor');
  for (let i = 1; i <= entries; i += 1)
    await write(member, i % 2 ? 'site.changed' : 'site.added', { i });
  return member;
}

function write(member: Member, action: AuditAction, detail: Record<string, unknown> = {}) {
  const { organisationId, userId } = member;
  return withActor(member, (tx) =>
    writeAudit(tx, {
      organisationId,
      actor: userId,
      action,
      subjectId: '1',
      detail,
    }),
  );
}

/** What somebody with the database's own keys could do: the trigger is in nobody else's way. */
async function tamper(statement: ReturnType<typeof sql>): Promise<void> {
  await getDatabase().transaction(async (tx) => {
    await tx.execute(sql`alter table audit_entries disable trigger audit_is_append_only`);
    await tx.execute(statement);
    await tx.execute(sql`alter table audit_entries enable trigger audit_is_append_only`);
  });
}

async function faultOf({ organisationId }: Member) {
  const reports = await verifyAudit(readAuditHeads());
  return reports.find((report) => report.organisationId === organisationId);
}

describeOnDatabases('verifying the audit trail', () => {
  beforeEach(() => rmSync(join(env().dataDir, 'audit-heads.jsonl'), { force: true }));

  it('finds an untouched chain intact, details of every kind included', async () => {
    const member = await auditorWith(3);
    await write(member, 'site.changed', {
      z: null,
      a: [1, 'ä', { b: undefined, c: 1.5 }],
      text: 'Ω"\\',
    });
    expect(await faultOf(member)).toMatchObject({ entries: 4, fault: null });
  });

  it.each([
    ['action', sql`action = 'other.deed'`],
    ['actor', sql`actor = 'somebody else'`],
    ['time', sql`at = at - interval '1 day'`],
    ['detail', sql`detail = '{"i": 99}'::jsonb`],
    ['subject', sql`subject_id = '2'`],
    ['hash', sql`hash = repeat('0', 64)`],
  ])('finds a row whose %s was changed', async (_what, change) => {
    const member = await auditorWith(3);
    await tamper(
      sql`update audit_entries set ${change}
          where organisation_id = ${member.organisationId} and number = 2`,
    );
    expect((await faultOf(member))?.fault).toEqual({ kind: 'changed', number: 2 });
  });

  it('finds a row taken out of the middle and the first one taken away', async () => {
    for (const number of [2, 1]) {
      const member = await auditorWith(3);
      await tamper(
        sql`delete from audit_entries
            where organisation_id = ${member.organisationId} and number = ${number}`,
      );
      expect((await faultOf(member))?.fault).toEqual({ kind: 'missing', number });
    }
  });

  it('finds a cut end by the heads that were exported, and only so', async () => {
    const member = await auditorWith(3);
    const cut = sql`delete from audit_entries
      where organisation_id = ${member.organisationId} and number = 3`;
    await exportAuditHeads('2026-03-01');
    await tamper(cut);
    expect((await faultOf(member))?.fault).toEqual({ kind: 'cut', number: 3 });
    const withoutHeads = (await verifyAudit([])).find(
      (report) => report.organisationId === member.organisationId,
    );
    expect(withoutHeads).toMatchObject({ entries: 2, fault: null });
    await tamper(sql`delete from audit_entries where organisation_id = ${member.organisationId}`);
    expect((await faultOf(member))?.fault).toEqual({ kind: 'cut', number: 3 });
  });

  it('finds an end that was cut and written anew', async () => {
    const member = await auditorWith(3);
    await exportAuditHeads('2026-03-01');
    await tamper(
      sql`delete from audit_entries
          where organisation_id = ${member.organisationId} and number = 3`,
    );
    await write(member, 'site.restored');
    expect((await faultOf(member))?.fault).toEqual({ kind: 'replaced', number: 3 });
  });

  it('still holds against yesterday’s head after more was written', async () => {
    const member = await auditorWith(2);
    await exportAuditHeads('2026-03-01');
    await write(member, 'site.changed');
    await exportAuditHeads('2026-03-02');
    expect(await faultOf(member)).toMatchObject({ entries: 3, fault: null });
  });

  it('keeps one chain when many write at once', async () => {
    const member = await auditorWith(0);
    await Promise.all(Array.from({ length: 20 }, (_, i) => write(member, 'site.changed', { i })));
    expect(await faultOf(member)).toMatchObject({ entries: 20, fault: null });
  });
});

describeOnDatabases('reading the audit trail', () => {
  it('shows pages, newest first, and filters by action and day', async () => {
    const member = await auditorWith(auditPageSize + 5);
    const first = await listAudit(member, everything);
    expect(first.total).toBe(auditPageSize + 6);
    expect(first.entries).toHaveLength(auditPageSize);
    expect(first.entries[0]).toMatchObject({ action: 'audit.read', actorName: 'auditor' });
    const second = await listAudit(member, { ...everything, page: 2 });
    expect(second.entries.map((entry) => entry.number)).toEqual([6, 5, 4, 3, 2, 1]);
    const filtered = await listAudit(member, { ...everything, action: 'site.added' });
    expect(filtered.total).toBe(27);
    const today = new Date().toISOString().slice(0, 10);
    const within = async (from: string | null, to: string | null) =>
      (await listAudit(member, { ...everything, from, to })).total;
    expect(await within(today, today)).toBe(first.total);
    expect(await within(null, '2020-01-01')).toBe(0);
    expect(await within('2020-01-01', null)).toBe(first.total);
    expect(await within('2999-01-01', null)).toBe(0);
  });

  it('filters by person, and names people, machines and what the entries are about', async () => {
    const workspace = await createWorkspace();
    const auditor = await createMember(workspace, 'auditor');
    const custodian = await createMember(workspace, 'data-custodian');
    const { organisationId, siteIds } = workspace;
    await withActor({ kind: 'system', organisationId }, async (tx) => {
      const about = { organisationId, actor: 'purge-responses' };
      await writeAudit(tx, { ...about, action: 'site.changed', subjectId: siteIds[0] ?? '' });
    });
    await write(custodian, 'site.changed');
    const trail = await listAudit(auditor, everything);
    expect(trail.actors.map(({ name }) => name).sort()).toEqual([
      'auditor',
      'data-custodian',
      null,
    ]);
    const machine = await listAudit(auditor, { ...everything, actor: 'purge-responses' });
    expect(machine).toMatchObject({ total: 1, entries: [{ actorName: null }] });
    expect(machine.entries[0]?.subject).toBe('North');
    const own = await listAudit(auditor, { ...everything, actor: custodian.userId });
    expect(own.entries).toMatchObject([{ actorName: 'data-custodian', subject: null }]);
  });

  it('records a reader once an hour', async () => {
    const member = await auditorWith(1);
    await listAudit(member, everything);
    await listAudit(member, everything);
    const { entries } = await listAudit(member, { ...everything, action: 'audit.read' });
    expect(entries).toHaveLength(1);
    expect(entries[0]?.actor).toBe(member.userId);
  });

  it('is refused to other roles and shows nothing of another organisation', async () => {
    const workspace = await createWorkspace();
    for (const role of ['researcher', 'board-chair', 'translator'] as const) {
      const member = await createMember(workspace, role);
      await expect(listAudit(member, everything)).rejects.toMatchObject({ code: 'forbidden' });
    }
    const scoped = await createMember(workspace, 'auditor', workspace.siteIds);
    await expect(listAudit(scoped, everything)).rejects.toMatchObject({ code: 'forbidden' });
    await auditorWith(3);
    const administrator = await createMember(workspace, 'administrator');
    expect((await listAudit(administrator, everything)).total).toBe(1);
  });
});
