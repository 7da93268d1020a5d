import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import type { Actor } from '#db/actor.server.ts';
import { policies, unprotectedTables } from '#db/access/policies.ts';
import { queryRows } from '#db/database.ts';
import { describeOnOwnDatabases } from '#tests/support/databases.ts';
import { postgresError } from '#tests/support/postgres-error.ts';
import {
  actorsOf,
  fillOrganisation,
  type FilledOrganisation,
} from '#tests/support/two-organisations.ts';
import { none, visible, type Seen } from '#tests/support/visible-rows.ts';

const tables = Object.keys(visible);
const organisationColumn = (table: string) =>
  sql.identifier(table === 'organisations' ? 'id' : 'organisation_id');

/** How many rows of its own organisation the actor sees; a row of any other is a failure. */
async function count(actor: Actor, table: string, own: string): Promise<Seen> {
  const seen = withActor(actor, (tx) =>
    queryRows<{ organisation: string }>(
      tx,
      sql`select ${organisationColumn(table)} as organisation from ${sql.identifier(table)}`,
    ),
  );
  const result = await seen.catch((error: unknown) => postgresError(error));
  if (!Array.isArray(result)) {
    expect(result.code, `${table}: ${result.message}`).toBe('42501');
    return none;
  }
  expect(result.filter(({ organisation }) => organisation !== own)).toEqual([]);
  return result.length;
}

describeOnOwnDatabases('row-level security', () => {
  let a: FilledOrganisation;
  let b: FilledOrganisation;
  beforeAll(async () => {
    a = await fillOrganisation();
    b = await fillOrganisation();
  });

  it('is enabled and forced on every table, or the table has a reason', async () => {
    const found = await queryRows<{ name: string; enabled: boolean; forced: boolean }>(
      getDatabase(),
      sql`select relname as name, relrowsecurity as enabled, relforcerowsecurity as forced
          from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    );
    const open = found.filter(({ enabled, forced }) => !enabled || !forced);
    expect(open.map(({ name }) => name).sort()).toEqual(Object.keys(unprotectedTables).sort());
    for (const reason of Object.values(unprotectedTables))
      expect(reason.length).toBeGreaterThan(10);
    const names = found.map(({ name }) => name).filter((name) => !(name in unprotectedTables));
    expect(names.sort()).toEqual(Object.keys(policies).sort());
  });

  it('is tried here on every protected table, and each of them holds rows', async () => {
    expect([...tables].sort()).toEqual(Object.keys(policies).sort());
    for (const table of tables) {
      for (const { organisationId } of [a, b]) {
        const [found] = await queryRows<{ n: number }>(
          getDatabase(),
          sql`select count(*)::int as n from ${sql.identifier(table)}
              where ${organisationColumn(table)} = ${organisationId}`,
        );
        expect(found?.n, table).toBeGreaterThan(0);
      }
    }
  });

  it.each(tables)('shows of %s what each actor may see', async (table) => {
    for (const organisation of [a, b]) {
      for (const [name, actor] of Object.entries(actorsOf(organisation))) {
        const expected = visible[table]?.[name as 'public'];
        expect(await count(actor, table, organisation.organisationId), name).toBe(expected);
      }
    }
  });

  it('shows a person without an organisation the own memberships alone', async () => {
    const actor = { kind: 'signed-in', userId: a.north.userId } as const;
    expect(await count(actor, 'memberships', a.organisationId)).toBe(1);
    expect(await count(actor, 'membership_sites', a.organisationId)).toBe(1);
    expect(await count(actor, 'organisations', a.organisationId)).toBe(1);
    for (const table of ['sites', 'studies', 'responses', 'audit_entries', 'outbox']) {
      expect(await count(actor, table, a.organisationId), table).toBe(0);
    }
  });

  it('opens to the public the one row whose key is presented', async () => {
    const keys = {
      member_invitations: a.offerKey,
      study_links: a.northStudy.linkCode,
      invitations: a.northStudy.tokenHash,
      drafts: a.northStudy.ballotHash,
      inbox: a.northStudy.ballotHash,
      used_ballots: a.northStudy.ballotHash,
      panels: a.northPanel.slug,
      panel_channels: a.northPanel.channelCode,
      panel_members: a.northPanel.linkHashes[0],
      api_tokens: a.northDeployment.tokenHash,
    };
    for (const [table, key] of Object.entries(keys)) {
      expect(await count({ kind: 'public', key }, table, a.organisationId), table).toBe(1);
      expect(await count({ kind: 'public', key: '' }, table, a.organisationId), table).toBe(0);
    }
  });

  it('shows a respondent no answers of another ballot or study', async () => {
    const other = { ...actorsOf(a).respondent, ballotHash: a.southStudy.ballotHash };
    for (const table of ['drafts', 'inbox', 'used_ballots']) {
      expect(await count(other, table, a.organisationId), table).toBe(0);
      const without = { ...other, ballotHash: null };
      expect(await count(without, table, a.organisationId), table).toBe(0);
    }
  });

  it.each(tables)('refuses to write into %s of another organisation', async (table) => {
    const name = sql.identifier(table);
    const foreign = sql`${organisationColumn(table)} = ${b.organisationId}`;
    const [taken] = await queryRows<{ row: unknown }>(
      getDatabase(),
      sql`select to_jsonb(t) as row from ${name} t where ${foreign} limit 1`,
    );
    const digest = sql`select md5(string_agg(t::text, '|' order by t::text)) as d from ${name} t where ${foreign}`;
    const before = await queryRows(getDatabase(), digest);
    const copy = JSON.stringify(taken?.row);
    for (const actor of Object.values(actorsOf(a))) {
      const insert = withActor(actor, (tx) =>
        tx.execute(
          sql`insert into ${name} select * from jsonb_populate_record(null::${name}, ${copy}::jsonb)`,
        ),
      );
      const error = await insert.then(() => null, postgresError);
      expect(error?.code, `${actor.kind} inserted into ${table}`).toBe('42501');
      const moved = withActor(actor, (tx) =>
        queryRows(
          tx,
          sql`update ${name} set ${organisationColumn(table)} = ${b.organisationId} returning 1`,
        ),
      );
      const outcome = await moved.catch((failure: unknown) => postgresError(failure).code);
      // No grant, no row, a policy that refuses the new row, or a table that nobody may change.
      expect(Array.isArray(outcome) ? outcome.length : outcome).toSatisfy(
        (result) => result === 0 || result === '42501' || result === 'AT001',
      );
    }
    expect(await queryRows(getDatabase(), digest)).toEqual(before);
  });

  it.each([
    'everywhere',
    'north',
    'respondent',
    'public',
    'panelMember',
    'redactor',
    'custodian',
    'apiToken',
    'system',
  ] as const)('reaches no row of another organisation by update or delete as %s', async (name) => {
    const actor = actorsOf(a)[name];
    for (const table of tables) {
      const target = sql`${organisationColumn(table)} = ${b.organisationId}`;
      for (const statement of [
        sql`delete from ${sql.identifier(table)} where ${target} returning 1 as one`,
        sql`update ${sql.identifier(table)} set ${organisationColumn(table)} = ${b.organisationId}
              where ${target} returning 1 as one`,
      ]) {
        const reached = await withActor(actor, (tx) => queryRows(tx, statement)).catch(
          (error: unknown) => postgresError(error).code,
        );
        expect(Array.isArray(reached) ? reached.length : reached, table).toSatisfy(
          (result) => result === 0 || result === '42501',
        );
      }
    }
  });
});
