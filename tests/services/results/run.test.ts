import { beforeAll, expect, it } from 'vitest';
import { requestRun } from '#app/services/results/request-run.server.ts';
import { computeRun } from '#app/services/results/compute-run.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { addResponses, createStudy, drawPeople } from './fielded-study.ts';
import { buildWorker } from './worker-thread.ts';

describeOnDatabases('analysis runs', () => {
  beforeAll(buildWorker);

  it('computes', async () => {
    const workspace = await createWorkspace(['N', 'S', 'E', 'W']);
    const study = await createStudy(workspace);
    await addResponses(workspace, study, drawPeople(workspace, 300));
    const member = await createMember(workspace, 'researcher');
    const first = await requestRun(member, { studyId: study.studyId, wave: 'newest' });
    const run = first.runs[0]?.run;
    expect(run?.state).toBe('queued');
    await computeRun({ organisationId: workspace.organisationId, id: run?.id ?? '' });
    const second = await requestRun(member, { studyId: study.studyId, wave: 'newest' });
    expect(second.runs[0]?.run.state).toBe('done');
    console.log(JSON.stringify(second.runs[0]?.run.result).slice(0, 3000));
  });
});
