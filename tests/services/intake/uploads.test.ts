import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { confirmUpload, discardUpload } from '#app/services/intake/confirm-upload.server.ts';
import { getUpload } from '#app/services/intake/get-upload.server.ts';
import { noticedIn } from '#app/services/intake/noticed-in.ts';
import { uploadRecords } from '#app/services/intake/upload-records.server.ts';
import { uploadSchema, type UploadSettings } from '#app/services/intake/upload-schema.ts';
import { watchDeployment } from '../monitoring/watch-deployment.ts';
import type { Member } from '#db/actor.server.ts';
import { queryRows } from '#db/database.ts';
import type { UploadFormat } from '#db/schema/monitoring-batch.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMachine, overrides } from '#tests/support/machine.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { adopted } from '#tests/services/monitoring/watched-place.ts';
import { newSystem } from '#tests/services/register/new-system.ts';

const heading = 'period_start,period_end,metric,dimension,level,numerator,denominator';
const rowOf = (from: string, to: string, counts: string, group = ',') =>
  `2026-${from}-01,2026-${to}-01,override,${group},${counts}`;
const report = readFileSync(
  new URL('../../fixtures/monitoring/reports/evidently-0.7.21-drift-psi.json', import.meta.url),
  'utf8',
);

describeOnDatabases('files that somebody uploads', () => {
  let workspace: Workspace;
  let owner: Member;
  let place: { systemId: string; deploymentId: string };
  beforeAll(async () => {
    workspace = await createWorkspace(['North', 'South']);
    owner = await createMember(workspace, 'model-owner');
  });
  beforeEach(async () => {
    place = await newSystem(owner, workspace.siteIds[0] ?? '');
  });

  async function upload(
    text: string,
    { format = 'csv', ...more }: Partial<UploadSettings> & { format?: UploadFormat } = {},
  ) {
    const { uploadId } = await uploadRecords(owner, {
      ...{ ...place, format, fileName: 'counts.csv', bytes: new TextEncoder().encode(text) },
      settings: { version: '1.0', start: '', end: '', n: '', comment: '', ...more },
    });
    return { ...place, uploadId };
  }
  const runOf = async (ids: { uploadId: string }) =>
    (await getUpload(owner, { ...place, ...ids })).run;
  const counts = async () => {
    const [row] = await queryRows<{ records: number; batches: number; uploads: number }>(
      getDatabase(),
      sql`select
        (select count(*)::int from monitoring_records where deployment_id = ${place.deploymentId}
          and superseded_at is distinct from recorded_at) as records,
        (select count(*)::int from monitoring_batches where deployment_id = ${place.deploymentId}) as batches,
        (select count(*)::int from monitoring_uploads where deployment_id = ${place.deploymentId}) as uploads`,
    );
    return row;
  };

  it('are looked at without storing anything, and stored when somebody says so, once', async () => {
    const machine = await createMachine(owner, place);
    const sent = [overrides(), overrides({ period: { start: '2026-05-01', end: '2026-06-01' } })];
    const body = { deployment: machine.deployment, model_version: '1.0', records: sent };
    expect((await machine.send(body)).status).toBe(201);
    const rows = [
      rowOf('04', '05', '12,400'),
      rowOf('05', '06', '14,400'),
      rowOf('06', '07', '9,380'),
    ];
    const ids = await upload([heading, ...rows].join('\n'), { comment: 'Late entries' });
    const before = await counts();
    const expected = { accepted: 2, unchanged: 1, superseded: 1 };
    const run = { ok: true, rows: 3, ...expected, quarantine: null, warnings: [] };
    for (const time of ['first', 'second']) {
      expect([time, await runOf(ids)]).toMatchObject([time, run]);
    }
    // What takes the place of another is listed first, beside the numbers that stand now.
    expect(await runOf(ids)).toMatchObject({
      changes: [
        { record: { numerator: 14, period_from: '2026-05-01' }, replaced: { numerator: 12 } },
        { record: { numerator: 9, period_from: '2026-06-01' }, replaced: null },
      ],
    });
    expect(await counts()).toEqual(before);
    const clicks = await Promise.allSettled([confirmUpload(owner, ids), confirmUpload(owner, ids)]);
    const [done] = clicks.flatMap((click) => (click.status === 'fulfilled' ? [click.value] : []));
    expect(await counts()).toEqual({ records: 4, batches: 2, uploads: 0 });
    const [batch] = await queryRows<Record<string, unknown>>(
      getDatabase(),
      sql`select source, comment, accepted, unchanged, superseded, user_id from monitoring_batches
          where id = ${done?.batchId ?? null}`,
    );
    expect(batch).toEqual({
      ...{ source: 'csv', comment: 'Late entries', ...expected, user_id: owner.userId },
    });
    await expect(confirmUpload(owner, ids)).rejects.toMatchObject({ reason: 'upload-gone' });
    expect(await counts()).toMatchObject({ records: 4, batches: 2 });
  });

  it('say before they are stored which periods the plan does not have, and what nobody watches', async () => {
    await adopted({ ...place, organisationId: owner.organisationId, first: '' }, [
      { metric: 'override' },
      { metric: 'adoption', cadence: 'quarter' },
    ]);
    const rows = [
      ...['2026-04-01,2026-05-01,override,,,1,100', '2026-05-01,2026-05-21,override,,,1,100'],
      ...['2026-04-01,2026-07-01,adoption,,,1,100', '2026-03-01,2026-04-01,adoption,,,1,100'],
      ...['2026-04-01,2026-05-01,overide,,,1,100', '2026-04-01,2026-04-11,abstention,,,1,100'],
    ];
    const run = await runOf(await upload([heading, ...rows].join('\n')));
    expect(noticedIn(run.ok ? run.warnings : [])).toMatchObject({
      offCadence: [
        { metric: 'override', cadence: 'month', start: '2026-05-01', end: '2026-05-21' },
        { metric: 'adoption', cadence: 'quarter', start: '2026-03-01', end: '2026-04-01' },
      ],
      unwatched: ['overide'],
    });
  });

  it('have faults that only the database finds on the right line, blank ones counted', async () => {
    const first = await upload([heading, rowOf('04', '06', '12,400')].join('\n'));
    await confirmUpload(owner, first);
    const rows = [
      ...['', rowOf('07', '08', '9,380'), '', ',,,,,,', rowOf('05', '06', '9,380')],
      rowOf('04', '06', '9,401', 'interpreter,yes'),
    ];
    const ids = await upload([heading, ...rows].join('\r\n'));
    expect(await runOf(ids)).toEqual({
      ...{ ok: false, reason: 'rows-refused', rows: 3 },
      faults: [
        {
          ...{ pointer: '/records/1/period', code: 'within-stored' },
          ...{ line: 6, column: 'period_start' },
          periods: {
            sent: { start: '2026-05-01', end: '2026-06-01' },
            stored: { start: '2026-04-01', end: '2026-06-01' },
          },
        },
        { pointer: '/records/2', code: 'above-overall', line: 7 },
      ],
    });
    await expect(confirmUpload(owner, ids)).rejects.toMatchObject({ reason: 'upload-refused' });
    expect(await counts()).toEqual({ records: 1, batches: 1, uploads: 1 });
  });

  it('of a version that is not in use would wait, and do when they are stored', async () => {
    const ids = await upload([heading, rowOf('04', '05', '12,400')].join('\n'), { version: '9.9' });
    expect(await runOf(ids)).toMatchObject({ ok: true, quarantine: 'unregistered-version' });
    await confirmUpload(owner, ids);
    expect(await counts()).toEqual({ records: 0, batches: 1, uploads: 0 });
  });

  it('may be reports of other tools', async () => {
    const described = { start: '2026-04-01', end: '2026-05-01', n: '200' };
    const ids = await upload(report, { format: 'evidently', ...described });
    expect(await runOf(ids)).toMatchObject({ ok: true, rows: 9, accepted: 9 });
    await confirmUpload(owner, ids);
    const metrics = JSON.stringify({ metrics: [{ key: 'auc', value: 0.8 }, { key: 'system/x' }] });
    const run = await upload(metrics, { format: 'mlflow', ...described });
    expect(await runOf(run)).toMatchObject({
      accepted: 1,
      warnings: [
        { code: 'metric-not-watched', detail: { metric: 'auc' } },
        { code: 'metric-not-recognised', detail: { metric: 'system/x' } },
      ],
    });
    await confirmUpload(owner, run);
    expect(await counts()).toEqual({ records: 10, batches: 2, uploads: 0 });
    const refusals = {
      'not-json': ['{', 'mlflow'],
      'no-metric-recognised': ['{"metrics": []}', 'mlflow'],
      'format-unknown': ['{"metrics": [{"metric_id": "x"}]}', 'evidently'],
      'not-a-table': ['metric,"', 'csv'],
    } as const;
    for (const [reason, [text, format]] of Object.entries(refusals)) {
      const refused = await upload(text, { format, ...described });
      expect(await runOf(refused)).toMatchObject({ ok: false, reason });
      await expect(confirmUpload(owner, refused)).rejects.toMatchObject({
        reason: 'upload-refused',
      });
    }
    expect(await counts()).toMatchObject({ records: 10, batches: 2 });
  });

  it('of another tool that measures drift can be watched', async () => {
    const months = ['03', '04', '05', '06'];
    for (const [at, start] of months.slice(0, -1).entries()) {
      const text = report.replaceAll(/"value": ?0\.(\d)/gu, `"value": 0.${at + 1}$1`);
      const period = { start: `2026-${start}-01`, end: `2026-${months[at + 1] ?? ''}-01` };
      await confirmUpload(owner, await upload(text, { format: 'evidently', ...period, n: '200' }));
    }
    const at = { ...place, organisationId: owner.organisationId, first: '' };
    await adopted(at, [{ metric: 'drift-distance', part: 'age', direction: 'down' }]);
    const { watched } = await withActor(owner, (tx) => watchDeployment(tx, at, '2026-07-01'));
    expect(watched[0]?.evaluation).toMatchObject({ choice: { chart: 'xmr' }, chart: { ok: true } });
    expect(watched[0]?.evaluation.chart.points).toHaveLength(3);
  });

  it('are seen by whoever chose them alone, and are gone when discarded', async () => {
    const ids = await upload([heading, rowOf('04', '05', '12,400')].join('\n'));
    const colleague = await createMember(workspace, 'model-owner');
    await expect(getUpload(colleague, ids)).rejects.toMatchObject({ name: 'ServiceError' });
    await expect(confirmUpload(colleague, ids)).rejects.toMatchObject({ reason: 'upload-gone' });
    await discardUpload(colleague, ids);
    expect(await counts()).toMatchObject({ uploads: 1 });
    const reader = await createMember(workspace, 'board-member');
    for (const act of [getUpload, confirmUpload, discardUpload]) {
      await expect(act(reader, ids)).rejects.toMatchObject({ name: 'ServiceError' });
    }
    await discardUpload(owner, ids);
    await expect(confirmUpload(owner, ids)).rejects.toMatchObject({ reason: 'upload-gone' });
    expect(await counts()).toEqual({ records: 0, batches: 0, uploads: 0 });
  });

  it('of too many rows are refused with how many there are', async () => {
    const rows = Array.from({ length: 1205 }, () => rowOf('04', '05', '12,400'));
    const run = await runOf(await upload([heading, ...rows].join('\n')));
    expect(run).toEqual({
      ...{ ok: false, reason: 'rows-refused', rows: 1205 },
      faults: [{ pointer: '/records', code: 'too-many-records', found: '1205' }],
    });
  });

  it('are named as what is wrong with them: not chosen, empty, without the days of a report', () => {
    const errors = (file: File, format = 'csv') => {
      const read = uploadSchema.safeParse({ format, version: '1.0', file });
      return read.error?.issues.map(({ message }) => message);
    };
    expect(errors(new File([], ''))).toEqual(['upload-missing']);
    expect(errors(new File([], 'counts.csv'))).toEqual(['import-empty']);
    expect(errors(new File(['{}'], 'x.json'), 'mlflow')).toEqual(['start-missing', 'end-missing']);
  });

  it('offer an example that is taken as it is', async () => {
    const example = readFileSync(
      new URL('../../../public/monitoring-example.csv', import.meta.url),
      'utf8',
    );
    const run = await runOf(
      await upload(example.replaceAll('2026-01-01,2026-02', '2026-04-01,2026-05')),
    );
    expect(run).toMatchObject({ ok: true, accepted: 3, warnings: [] });
  });

  it('that are no text or too large are refused when they are chosen', async () => {
    const choose = (bytes: Uint8Array) =>
      uploadRecords(owner, {
        ...{ ...place, format: 'csv', fileName: 'x', bytes },
        settings: { version: '1.0', start: '', end: '', n: '', comment: '' },
      });
    await expect(choose(Uint8Array.of(0xff, 0xfe))).rejects.toMatchObject({
      reason: 'import-not-utf8',
    });
    await expect(choose(new TextEncoder().encode('a\u0000b'))).rejects.toMatchObject({
      reason: 'import-not-utf8',
    });
    await expect(choose(new Uint8Array(2 ** 21 + 1))).rejects.toMatchObject({
      reason: 'upload-too-large',
    });
    expect(await counts()).toMatchObject({ uploads: 0 });
  });
});
