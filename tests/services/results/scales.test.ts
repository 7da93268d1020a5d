import { expect, it } from 'vitest';
import { filterSchema } from '#app/services/results/page-params.ts';
import { getScales } from '#app/services/results/get-scales.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { computeQueued } from './compute-queued.ts';
import { addResponses, createStudy, drawPeople } from './fielded-study.ts';
import { getReaderFor } from './reader-for.ts';
import { buildWorker } from './worker-thread.ts';

describeOnDatabases('the scales of a study', () => {
  it('say of one item that everybody answered alike, not of the whole scale', async () => {
    await buildWorker();
    const workspace = await createWorkspace();
    const member = await createMember(workspace, 'researcher');
    const study = await createStudy(workspace);
    await addResponses(workspace, study, drawPeople(workspace, 80), {
      shift: (_, item) => (item === 0 ? 100 : 0),
    });
    const look = () => getScales(member, getReaderFor('en'), study.studyId, filterSchema.parse({}));
    await look();
    await computeQueued(workspace);
    const { reliability } = await look();
    const [whole] = reliability;
    expect(whole?.alpha).toMatch(/^\d\.\d{3}$/u);
    expect(whole?.note).toContain('nai-1');
    expect(whole?.standardised).toBe('None: everybody answered some items alike');
    const others = reliability.filter(({ note }) => note === null);
    expect(others.length).toBeGreaterThan(0);
    for (const { standardised } of others) expect(standardised).toMatch(/^\d\.\d{3}$/u);
  });
});
