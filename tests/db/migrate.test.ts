import { expect, it } from 'vitest';
import { migrate } from '#db/migrate.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';

describeOnDatabases('migrate', (database) => {
  it('does nothing a second time', async () => {
    expect(await migrate(database(), 'db/migrations')).toBe(0);
  });

  it('leaves a database that members can be put into', async () => {
    const workspace = await createWorkspace();
    const member = await createMember(workspace, 'researcher');
    expect(member.organisationId).toBe(workspace.organisationId);
  });
});
