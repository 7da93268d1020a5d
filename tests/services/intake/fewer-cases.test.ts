import { beforeAll, beforeEach, expect, it } from 'vitest';
import { getBatch } from '#app/services/intake/get-batch.server.ts';
import { getUpload } from '#app/services/intake/get-upload.server.ts';
import { noticedIn } from '#app/services/intake/noticed-in.ts';
import { uploadRecords } from '#app/services/intake/upload-records.server.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMachine, overrides, type Machine } from '#tests/support/machine.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { newSystem } from '#tests/services/register/new-system.ts';

const april = { start: '2026-04-01', end: '2026-05-01' };
const women = { subgroup: { dimension: 'sex', level: 'f' } };
const of = (kind: string, numbers: object) => ({
  metric: 'own number',
  period: april,
  kind,
  ...numbers,
});

/** The same of each kind with this many cases. */
const ofEachKind = (n: number) => [
  of('proportion', { part: 'a', numerator: 1, denominator: n }),
  of('rate', { part: 'b', events: 1, exposure: n }),
  of('mean', { part: 'c', n, sum: 4 }),
  of('observed-expected', { part: 'd', n, observed: 1, expected: 3 }),
  of('value', { part: 'e', n, value: 4 }),
  of('quantiles', { part: 'f', n, median: 4 }),
  of('confusion', { part: 'g', threshold: 0.5, tp: 1, fp: 1, fn: 1, tn: n - 3 }),
  of('score-histogram', {
    part: 'h',
    edges: [0, 0.5, 1],
    positives: [1, 2],
    negatives: [n - 3, 0],
  }),
  of('input-histogram', { part: 'i', levels: ['x', 'y'], counts: [1, n - 1] }),
];

describeOnDatabases('records in the place of others with far fewer cases', () => {
  let workspace: Workspace;
  let owner: Member;
  let place: { systemId: string; deploymentId: string };
  let machine: Machine;
  beforeAll(async () => {
    workspace = await createWorkspace(['North']);
    owner = await createMember(workspace, 'model-owner');
  });
  beforeEach(async () => {
    place = await newSystem(owner, workspace.siteIds[0] ?? '');
    machine = await createMachine(owner, place);
  });

  type Answer = {
    batch_id: string;
    warnings: { code: string; record?: number; detail?: object }[];
  };
  async function send(records: unknown[]): Promise<Answer> {
    const sent = { deployment: machine.deployment, model_version: '1.0', records };
    const reply = await machine.send(sent);
    expect(reply.status).toBe(201);
    return (await reply.json()) as Answer;
  }

  it('are taken with a warning, which the page of the batch says as well', async () => {
    await send([overrides(), overrides({ numerator: 9, denominator: 40, ...women })]);
    expect((await send([overrides({ denominator: 200 })])).warnings).toEqual([]);
    const answer = await send([
      overrides({ denominator: 201 }),
      overrides({ numerator: 9, denominator: 19, ...women }),
    ]);
    const detail = { metric: 'override', dimension: 'sex', level: 'f', ...april };
    // Not how many there are: a token that may only send reads nothing.
    expect(answer.warnings).toEqual([{ code: 'fewer-than-half', record: 1, detail }]);
    const { batch } = await getBatch(owner, { ...place, batchId: answer.batch_id, page: 1 });
    expect(noticedIn(batch.warnings).fewer).toEqual([{ part: '', ...detail }]);
  });

  it('are told of every kind', async () => {
    await send(ofEachKind(40));
    const noFewer = await send(ofEachKind(20));
    expect(noFewer.warnings.filter(({ code }) => code === 'fewer-than-half')).toEqual([]);
    const fewer = (await send(ofEachKind(9))).warnings.filter(
      ({ code }) => code === 'fewer-than-half',
    );
    expect(fewer.map(({ record }) => record)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('stand first in the dry run of a file, beside what stands', async () => {
    const months = ['04', '05', '06'].map((month, at) => ({
      start: `2026-${month}-01`,
      end: `2026-0${at + 5}-01`,
    }));
    await send(months.slice(0, 2).map((period) => overrides({ period })));
    const rows = ['12,390', '12,39', '12,380'].map(
      (counts, at) => `${months[at]?.start},${months[at]?.end},override,${counts}`,
    );
    const text = ['period_start,period_end,metric,numerator,denominator', ...rows].join('\n');
    const { uploadId } = await uploadRecords(owner, {
      ...{ ...place, format: 'csv', fileName: 'counts.csv', bytes: new TextEncoder().encode(text) },
      settings: { version: '1.0', start: '', end: '', n: '', comment: '' },
    });
    const { run } = await getUpload(owner, { ...place, uploadId });
    expect(run).toMatchObject({
      ok: true,
      warnings: [{ code: 'fewer-than-half', record: 1 }],
      changes: [
        { record: { denominator: 39 }, replaced: { denominator: 400 } },
        { record: { denominator: 390 }, replaced: { denominator: 400 } },
        { record: { denominator: 380 }, replaced: null },
      ],
    });
  });
});
