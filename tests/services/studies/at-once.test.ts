import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { confirmImport } from '#app/services/imports/confirm-import.server.ts';
import { uploadImport } from '#app/services/imports/upload-import.server.ts';
import { inviteMember } from '#app/services/people/invite-member.server.ts';
import { listPeople } from '#app/services/people/list-people.server.ts';
import { setArchived } from '#app/services/sites/archive-site.server.ts';
import { closeStudy } from '#app/services/studies/close-study.server.ts';
import { createStudy } from '#app/services/studies/create-study.server.ts';
import { openStudy } from '#app/services/studies/open-study.server.ts';
import { setStudyClosed } from '#db/queries/study.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { createStudy as createOpenStudy } from '../results/fielded-study.ts';
import { setUpStudies } from '../support/study.ts';

const outcomesOf = async (work: Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map(({ status }) => status);

describeOnDatabases('of two who act at the same moment', () => {
  it('one archives a site or the other opens a study there', async () => {
    const { workspace, researcher, design, north } = await setUpStudies();
    const administrator = await createMember(workspace, 'administrator');
    for (let turn = 0; turn < 5; turn += 1) {
      const { studyId } = await createStudy(researcher, { ...design, siteIds: [north] });
      const outcomes = await outcomesOf([
        openStudy(researcher, { studyId, asPilot: true }),
        setArchived(administrator, north, true),
      ]);
      expect(outcomes.filter((outcome) => outcome === 'fulfilled')).toHaveLength(1);
      if (outcomes[0] === 'fulfilled') await closeStudy(researcher, { studyId });
      else await setArchived(administrator, north, false);
    }
  });

  it('who invite one address, the later ends the invitation of the earlier', async () => {
    const administrator = await createMember(await createWorkspace(), 'administrator');
    const invitation = {
      email: 'ana@example.org',
      role: 'auditor',
      allSites: true,
      siteIds: [],
    } as const;
    await Promise.all([1, 2, 3, 4].map(() => inviteMember(administrator, invitation)));
    expect((await listPeople(administrator)).invitations).toHaveLength(1);
  });

  it('one closes a study, and the other who imports meanwhile is told so', async () => {
    const workspace = await createWorkspace();
    const { organisationId } = workspace;
    const researcher = await createMember(workspace, 'researcher');
    const { studyId } = await createOpenStudy(workspace);
    const bytes = new TextEncoder().encode('site,language,nai-1\nNorth,en,1\nSouth,kk,2');
    const draftId = await uploadImport(researcher, { studyId, fileName: 'answers.csv', bytes });
    const closing = withActor({ kind: 'system', organisationId }, async (tx) => {
      await setStudyClosed(tx, { organisationId, studyId });
      await setTimeout(300);
    });
    await setTimeout(100);
    await expect(confirmImport(researcher, { studyId, draftId })).rejects.toMatchObject({
      reason: 'import-study-closed',
    });
    await closing;
  });
});
