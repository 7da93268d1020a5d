import { beforeAll, expect, it } from 'vitest';
import type { SortOrder } from '#app/http/sort-order.ts';
import { getItems } from '#app/services/results/get-items.server.ts';
import type { ItemColumn } from '#app/services/results/item-figures.ts';
import { filterSchema } from '#app/services/results/page-params.ts';
import { requestRun } from '#app/services/results/request-run.server.ts';
import type { Member } from '#db/actor.server.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { computeQueued } from './compute-queued.ts';
import { addResponses, createStudy, drawPeople } from './fielded-study.ts';
import { getReaderFor } from './reader-for.ts';
import { buildWorker } from './worker-thread.ts';

describeOnDatabases('the items of a wave', () => {
  let researcher: Member;
  let studyId: string;

  beforeAll(async () => {
    await buildWorker();
    const workspace = await createWorkspace(['North', 'South']);
    researcher = await createMember(workspace, 'researcher');
    const study = await createStudy(workspace);
    ({ studyId } = study);
    await addResponses(workspace, study, drawPeople(workspace, 200));
    await requestRun(researcher, { studyId, wave: 'newest' });
    await computeQueued(workspace);
  });

  const pageOf = (group: string | null, order?: SortOrder<ItemColumn>) =>
    getItems(researcher, getReaderFor('en'), studyId, filterSchema.parse({ group }), order);

  const instrumentOrder = nurseAiReadiness.items.map(({ id }) => id);

  it('are a table of figures in the order asked for; everything else stays in its own', async () => {
    const { rows, order, charts, answerTables } = await pageOf(null, {
      sort: 'mean',
      direction: 'descending',
    });
    expect(order).toEqual({ sort: 'mean', direction: 'descending' });
    const means = rows.map(({ cells }) => Number(cells['mean']));
    expect(means).toEqual([...means].sort((a, b) => b - a));
    expect(new Set(means).size).toBeGreaterThan(1);
    expect(answerTables.flatMap((table) => table.rows.map(({ id }) => id))).toEqual(
      instrumentOrder,
    );
    expect(charts).toEqual((await pageOf(null)).charts);
  });

  it('of a group have neither shape nor reliability, and are not sorted by them', async () => {
    const everybody = await pageOf(null);
    expect(everybody.columns).toContain('skewness');
    expect(everybody.rows[0]?.cells).toHaveProperty('alphaIfDeleted');
    const group = everybody.frame.filters[0]?.options[0]?.value ?? '';
    const { columns, order, rows } = await pageOf(group, {
      sort: 'alphaIfDeleted',
      direction: 'ascending',
    });
    expect(columns).toEqual(['n', 'mean', 'sd']);
    expect(order.sort).toBeNull();
    expect(rows.map(({ id }) => id)).toEqual(instrumentOrder);
    expect(rows[0]?.cells).not.toHaveProperty('alphaIfDeleted');
  });
});
