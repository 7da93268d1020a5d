import { sql, type SQL } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { postgresError } from '#tests/support/postgres-error.ts';
import { fillOrganisation, type FilledOrganisation } from '#tests/support/two-organisations.ts';

describeOnDatabases('what the database keeps of monitoring', () => {
  let filled: FilledOrganisation;
  beforeAll(async () => {
    filled = await fillOrganisation();
  });

  /** As the owner of the tables, whom grants do not bind. */
  const codeOf = (statement: SQL) =>
    getDatabase()
      .execute(statement)
      .then(() => null, postgresError)
      .then((error) => error?.code ?? null);
  const here = () => sql`organisation_id = ${filled.organisationId}`;

  it('supersedes a record once, and changes or deletes none', async () => {
    const id = filled.northDeployment.recordId;
    const record = sql`${here()} and id = ${id}`;
    expect(await codeOf(sql`update monitoring_records set numerator = 4 where ${record}`)).toBe(
      'AT001',
    );
    expect(await codeOf(sql`delete from monitoring_records where ${record}`)).toBe('AT001');
    const supersede = sql`update monitoring_records
      set superseded_by = gen_random_uuid(), superseded_at = clock_timestamp() where ${record}`;
    expect(await codeOf(supersede)).toBeNull();
    expect(await codeOf(supersede)).toBe('AT001');
  });

  it('holds one current record of a number, group and period', async () => {
    const copy = sql`insert into monitoring_records select (jsonb_populate_record(r,
      jsonb_build_object('id', gen_random_uuid(), 'superseded_by', null, 'superseded_at', null))).*
      from monitoring_records r where ${here()} and r.deployment_id =
        ${filled.northDeployment.deploymentId}`;
    expect(await codeOf(copy)).toBeNull();
    expect(await codeOf(copy)).toBe('23505');
  });

  it('freezes a plan with its metrics and groups once it is adopted', async () => {
    const plan = sql`${here()} and id = ${filled.northDeployment.planId}`;
    const metrics = sql`${here()} and plan_id = ${filled.northDeployment.planId}`;
    const widen = sql`update plan_subgroups set margin = margin + 0.01 where ${here()}`;
    expect(await codeOf(widen)).toBeNull();
    const adopt = sql`update monitoring_plans set state = 'adopted', adopted_at = now(),
      adopted_by = 'x' where ${plan}`;
    expect(await codeOf(adopt)).toBeNull();
    for (const statement of [
      sql`update monitoring_plans set purpose = 'x' where ${plan}`,
      sql`delete from monitoring_plans where ${plan}`,
      sql`update plan_metrics set owner = 'x' where ${metrics}`,
      sql`delete from plan_metrics where ${metrics}`,
      widen,
    ]) {
      expect(await codeOf(statement)).toBe('AT001');
    }
  });

  it('keeps what was said of an alert, and holds one of a version until it is closed', async () => {
    const { alertId } = filled.northDeployment;
    const events = sql`${here()} and alert_id = ${alertId}`;
    expect(await codeOf(sql`update alert_events set reason = 'x' where ${events}`)).toBe('AT001');
    expect(await codeOf(sql`delete from alert_events where ${events}`)).toBe('AT001');
    const again = sql`insert into alerts select (jsonb_populate_record(a,
      jsonb_build_object('id', gen_random_uuid(), 'state', 'open'))).* from alerts a
      where ${here()} and a.id = ${alertId}`;
    expect(await codeOf(again)).toBe('23505');
    expect(
      await codeOf(sql`update alerts set state = 'closed' where ${here()} and id = ${alertId}`),
    ).toBeNull();
    expect(await codeOf(again)).toBeNull();
  });
});
