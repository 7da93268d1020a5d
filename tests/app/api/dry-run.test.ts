import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { action as importFile } from '#app/routes/api.v1.monitoring.import.$format/route.ts';
import { dryRunAnswerSchema } from '#app/services/intake/batch-answer.ts';
import type { Member } from '#db/actor.server.ts';
import { queryRows } from '#db/database.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { batchRequest, createMachine, overrides, type Machine } from '#tests/support/machine.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { newSystem } from '#tests/services/register/new-system.ts';
import { check } from './documented.ts';

const report = readFileSync(
  new URL('../../fixtures/monitoring/reports/evidently-0.7.21-drift-psi.json', import.meta.url),
  'utf8',
);

describeOnDatabases('a dry run by the interface', () => {
  let owner: Member;
  let place: { systemId: string; deploymentId: string };
  let machine: Machine;
  beforeAll(async () => {
    const workspace = await createWorkspace(['North']);
    owner = await createMember(workspace, 'model-owner');
    place = await newSystem(owner, workspace.siteIds[0] ?? '');
    machine = await createMachine(owner, place);
  });

  const bodyOf = (records: unknown[], more: Record<string, unknown> = {}) => ({
    ...{ deployment: machine.deployment, model_version: '1.0', records, ...more },
  });
  const search = (said: Record<string, string>) => `?${new URLSearchParams(said)}`;
  const dry = { search: search({ dry_run: 'true' }) };
  /** Everything that sending writes. */
  const written = async () => {
    const [row] = await queryRows<Record<string, number>>(
      getDatabase(),
      sql`select
        (select count(*)::int from monitoring_records where deployment_id = ${place.deploymentId}) as records,
        (select count(*)::int from monitoring_batches where deployment_id = ${place.deploymentId}) as batches,
        (select count(*)::int from alerts where deployment_id = ${place.deploymentId}) as alerts,
        (select count(*)::int from quarantined_batches q join monitoring_batches b on b.id = q.batch_id
          where b.deployment_id = ${place.deploymentId}) as waiting`,
    );
    return row;
  };

  it('answers as storing would, stores nothing and uses no key', async () => {
    const key = randomUUID();
    expect((await machine.send(bodyOf([overrides()]), { key })).status).toBe(201);
    const before = await written();
    const more = [
      overrides({ denominator: 150 }),
      overrides({ period: { start: '2026-05-01', end: '2026-06-01' } }),
    ];
    const tried = await machine.send(bodyOf(more), { ...dry, key: '' });
    expect(tried.status).toBe(200);
    const answer = await check('send', tried);
    const counts = { state: 'stored', accepted: 2, unchanged: 0, superseded: 1 };
    expect(answer).toMatchObject({ dry_run: true, ...counts });
    // The key of another batch is not looked at, and is free for none.
    const reused = await check('send', await machine.send(bodyOf(more), { ...dry, key }));
    expect(reused).toEqual(answer);
    expect(await written()).toEqual(before);
    const own = randomUUID();
    await machine.send(bodyOf(more), { ...dry, key: own });
    const sent = await check('send', await machine.send(bodyOf(more), { key: own }));
    expect(sent).toMatchObject({ ...counts, warnings: answer['warnings'] });
    const again = await check('send', await machine.send(bodyOf(more), dry));
    expect(again).toMatchObject({ accepted: 0, unchanged: 2, superseded: 0 });
  });

  it('says that a batch would wait, and raises nothing', async () => {
    const before = await written();
    const tried = await machine.send(bodyOf([overrides()], { model_version: '9.9' }), dry);
    expect(await check('send', tried)).toEqual({
      ...{ dry_run: true, state: 'quarantined', accepted: 0, unchanged: 0, superseded: 0 },
      warnings: [{ code: 'unregistered-version' }],
    });
    expect(await written()).toEqual(before);
  });

  it('refuses what storing would refuse, also what the database alone finds', async () => {
    const problems = {
      'records-refused': [bodyOf([overrides({ numerator: 500 })]), dry],
      'other-deployment': [bodyOf([overrides()], { deployment: 'another' }), dry],
      'malformed-json': ['{', dry],
      'media-type': [bodyOf([overrides()]), { ...dry, media: 'text/plain' }],
    } as const;
    for (const [code, [body, init]] of Object.entries(problems)) {
      await check('send', await machine.send(body, init), code);
    }
    const late = overrides({ period: { start: '2026-04-15', end: '2026-05-15' } });
    const refused = await check('send', await machine.send(bodyOf([late]), dry), 'records-refused');
    expect(refused['errors']).toMatchObject([{ code: 'across-stored' }]);
    // It tells what is stored: neither scope is enough alone.
    for (const scope of ['monitoring:read', 'monitoring:write'] as const) {
      const half = await createMachine(owner, place, [scope]);
      await check('send', await half.send(bodyOf([overrides()]), dry), 'scope-missing');
    }
  });

  it('is asked for rightly or the request is refused: what was meant to be looked at is never stored', async () => {
    const before = await written();
    const june = overrides({ period: { start: '2026-06-01', end: '2026-07-01' } });
    for (const said of [
      { dry_run: 'yes' },
      { dry_run: '' },
      { dryRun: 'true' },
      { 'dry-run': 'true' },
    ]) {
      const reply = await machine.send(bodyOf([june]), { search: search(said) });
      await check('send', reply, 'parameter-missing');
    }
    expect(await written()).toEqual(before);
    const both = '?dry_run=true&dry_run=false';
    await check('send', await machine.send(bodyOf([june]), { search: both }), 'parameter-missing');
    const other = { search: search({ deployment: 'another' }) };
    await check('send', await machine.send(bodyOf([june]), other), 'parameter-missing');
    expect(await written()).toEqual(before);
    const key = randomUUID();
    const said = { key, search: search({ dry_run: 'false' }) };
    expect((await machine.send(bodyOf([june]), said)).status).toBe(201);
    // The same was sent, whether it is said that it is meant or not.
    expect((await machine.send(bodyOf([june]), { key })).status).toBe(200);
  });

  it('is there for tables and for files of other tools as well', async () => {
    const about = { deployment: machine.deployment, model_version: '1.0', dry_run: 'true' };
    const table =
      'period_start,period_end,metric,numerator,denominator\n2026-03-01,2026-04-01,override,1,90';
    const before = await written();
    const csv = await machine.send(table, { media: 'text/csv', search: search(about) });
    expect(await check('send', csv)).toMatchObject({ dry_run: true, accepted: 1 });
    const of = { ...about, period_start: '2026-04-01', period_end: '2026-05-01' };
    const asked = batchRequest(machine.token, report, { search: search(of), key: '' });
    const args = { request: asked, params: { format: 'evidently' }, context: {} };
    const answer = await check('import', await importFile(args));
    expect(dryRunAnswerSchema.parse(answer)).toMatchObject({ accepted: 9 });
    expect(await written()).toEqual(before);
  });
});
