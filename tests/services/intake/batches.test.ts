import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import type { Member } from '#db/actor.server.ts';
import { queryRows } from '#db/database.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMachine, overrides, type Machine } from '#tests/support/machine.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { newSystem } from '#tests/services/register/new-system.ts';

type Body = Record<string, unknown> & { errors?: { pointer: string; code: string }[] };

describeOnDatabases('batches', () => {
  let owner: Member;
  let place: { systemId: string; deploymentId: string };
  let machine: Machine;
  const batch = (records: unknown[], more: Record<string, unknown> = {}) => ({
    ...{ deployment: machine.deployment, model_version: '1.0', records, ...more },
  });
  const bodyOf = async (response: Response) => (await response.json()) as Body;
  const rows = () =>
    queryRows<{ metric: string; numerator: number; level: string; current: boolean }>(
      getDatabase(),
      sql`select metric, numerator, level, superseded_by is null as current from monitoring_records
          where deployment_id = ${place.deploymentId} and superseded_at is distinct from recorded_at
          order by recorded_at, level`,
    );
  beforeAll(async () => {
    const workspace = await createWorkspace(['North']);
    owner = await createMember(workspace, 'model-owner');
    place = await newSystem(owner, workspace.siteIds[0] ?? '');
    machine = await createMachine(owner, place);
  });

  it('stores all, answers a repetition as before, and refuses the key for anything else', async () => {
    const key = randomUUID();
    const sent = batch([
      overrides(),
      overrides({
        subgroup: { dimension: 'interpreter', level: 'yes' },
        numerator: 5,
        denominator: 60,
      }),
    ]);
    const first = await machine.send(sent, { key });
    expect(first.status).toBe(201);
    const answer = await bodyOf(first);
    expect(answer).toMatchObject({ state: 'stored', accepted: 2, unchanged: 0, superseded: 0 });
    const again = await machine.send(sent, { key });
    expect(again.status).toBe(200);
    expect(await bodyOf(again)).toEqual(answer);
    const other = await machine.send(batch([overrides({ numerator: 13 })]), { key });
    expect(other.status).toBe(409);
    expect(await rows()).toHaveLength(2);
  });

  it('keeps what was restated and says what is unchanged', async () => {
    const period = { start: '2026-05-01', end: '2026-06-01' };
    const group = { dimension: 'interpreter', level: 'yes' };
    const small = { period, subgroup: group, numerator: 5, denominator: 60 };
    await machine.send(batch([overrides({ period }), overrides(small)]));
    const before = (await rows()).length;
    const restated = await machine.send(
      batch([overrides({ period, numerator: 14 }), overrides(small)], { comment: 'Late entries' }),
    );
    expect(await bodyOf(restated)).toMatchObject({ accepted: 1, unchanged: 1, superseded: 1 });
    const after = await rows();
    expect(after).toHaveLength(before + 1);
    expect(after.filter(({ current }) => !current)).toMatchObject([{ numerator: 12 }]);
  });

  it('refuses a period that overlaps a stored one, and groups above the overall record', async () => {
    const before = await rows();
    const overlapping = await machine.send(
      batch([
        overrides({ metric: 'adoption' }),
        overrides({ period: { start: '2026-04-10', end: '2026-04-20' } }),
      ]),
    );
    expect(overlapping.status).toBe(422);
    expect((await bodyOf(overlapping)).errors).toMatchObject([
      {
        ...{ pointer: '/records/1/period', code: 'within-stored' },
        sent_period: { start: '2026-04-10', end: '2026-04-20' },
        stored_period: { start: '2026-04-01', end: '2026-05-01' },
      },
    ]);
    const above = await machine.send(
      batch([overrides({ subgroup: { dimension: 'sex', level: 'f' }, denominator: 401 })]),
    );
    expect((await bodyOf(above)).errors).toMatchObject([
      { pointer: '/records/0', code: 'above-overall' },
    ]);
    expect(await rows()).toEqual(before);
  });

  it('puts what the register does not know into quarantine, with one alert of each version', async () => {
    const sent = await machine.send(batch([overrides()], { model_version: '3.0' }));
    expect(sent.status).toBe(202);
    expect(await bodyOf(sent)).toMatchObject({ state: 'quarantined', accepted: 0 });
    await machine.send(batch([overrides({ metric: 'adoption' })], { model_version: '3.0' }));
    // Registered, and by the register never in use here.
    const unused = await machine.send(batch([overrides()], { model_version: '2.0' }));
    expect(unused.status).toBe(202);
    const silent = await machine.send(
      batch([overrides({ mode: 'silent' })], { model_version: '2.0' }),
    );
    expect(silent.status).toBe(201);
    const found = await queryRows<{ kind: string; part: string; events: string }>(
      getDatabase(),
      sql`select a.kind, a.part, string_agg(e.kind, ' ' order by e.number) as events
          from alerts a join alert_events e on e.alert_id = a.id
          where a.deployment_id = ${place.deploymentId}
          group by a.kind, a.part order by a.part`,
    );
    expect(found).toEqual([
      { kind: 'version-not-in-use', part: '2.0', events: 'opened' },
      { kind: 'unregistered-version', part: '3.0', events: 'opened seen-again' },
    ]);
  });

  it('of the same key sent ten times at once inserts once, and of two restatements keeps one current', async () => {
    const key = randomUUID();
    const period = { start: '2026-06-01', end: '2026-07-01' };
    const sent = batch([overrides({ period })]);
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => machine.send(sent, { key })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([
      ...Array<number>(9).fill(200),
      201,
    ]);
    const both = await Promise.all(
      [20, 21].map((numerator) => machine.send(batch([overrides({ period, numerator })]))),
    );
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    const current = await queryRows<{ numerator: number }>(
      getDatabase(),
      sql`select numerator from monitoring_records where deployment_id = ${place.deploymentId}
          and period_from = '2026-06-01' and superseded_by is null`,
    );
    expect(current).toHaveLength(1);
  });
});
