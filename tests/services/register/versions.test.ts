import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { editVersion } from '#app/services/register/edit-version.server.ts';
import { getVersion } from '#app/services/register/get-version.server.ts';
import type { Member } from '#db/actor.server.ts';
import { auditEntries } from '#db/schema/audit.ts';
import { and, eq } from 'drizzle-orm';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { newSystem } from './new-system.ts';

describeOnDatabases('versions of a system', () => {
  let workspace: Workspace;
  let owner: Member;
  beforeAll(async () => {
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
  });

  it('are put right, keep their name, and leave what was said before in the trail', async () => {
    const { systemId, first: versionId } = await newSystem(owner, workspace.siteIds[0] ?? '');
    const ids = { systemId, versionId };
    const values = {
      modelType: 'Gradient boosting',
      thresholds: ['0.3'],
      releasedOn: '2026-02-01',
    };
    await editVersion(owner, { ...ids, revision: 1, values });
    const { version } = await getVersion(owner, ids);
    expect(version).toMatchObject({ ...values, version: '1.0', revision: 2 });
    const { organisationId } = owner;
    const entries = await withActor({ kind: 'system', organisationId }, (tx) =>
      tx
        .select()
        .from(auditEntries)
        .orderBy(auditEntries.number)
        .where(
          and(
            eq(auditEntries.organisationId, organisationId),
            eq(auditEntries.action, 'system.version-edited'),
          ),
        ),
    );
    expect(entries.map(({ detail }) => detail)).toEqual([
      {
        version: '1.0',
        was: { modelType: '', thresholds: [], releasedOn: null },
        is: values,
      },
    ]);
  });

  it('of two who put one right at once one is told, and others may not', async () => {
    const { systemId, first: versionId } = await newSystem(owner, workspace.siteIds[0] ?? '');
    const edit = { systemId, versionId, revision: 1, values: { modelType: 'x' } };
    const both = await Promise.allSettled([editVersion(owner, edit), editVersion(owner, edit)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(editVersion(owner, edit)).rejects.toMatchObject({ reason: 'edited-meanwhile' });
    const officer = await createMember(workspace, 'safety-officer');
    await expect(editVersion(officer, { ...edit, revision: 2 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const { systemId: other } = await newSystem(owner, workspace.siteIds[0] ?? '');
    await expect(editVersion(owner, { ...edit, systemId: other })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
