import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { databaseRoles } from '#db/access/roles.ts';
import { unprotectedTables } from '#db/access/policies.ts';
import { queryRows } from '#db/database.ts';
import { studySites, waves } from '#db/schema/study.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { postgresError } from '#tests/support/postgres-error.ts';
import {
  actorsOf,
  fillOrganisation,
  type FilledOrganisation,
} from '#tests/support/two-organisations.ts';

type ForeignKey = { from: string; to: string; columns: string[]; targets: string[] };

const foreignKeys = sql`
  select c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to",
    (select array_agg(a.attname::text) from pg_attribute a
      where a.attrelid = c.conrelid and a.attnum = any(c.conkey)) as columns,
    (select array_agg(a.attname::text) from pg_attribute a
      where a.attrelid = c.confrelid and a.attnum = any(c.confkey)) as targets
  from pg_constraint c
  where c.contype = 'f' and c.connamespace = 'public'::regnamespace`;

describeOnDatabases('tenancy in the database', () => {
  let a: FilledOrganisation;
  let b: FilledOrganisation;
  beforeAll(async () => {
    a = await fillOrganisation();
    b = await fillOrganisation();
  });

  it('puts the organisation first in every primary key', async () => {
    const keys = await queryRows<{ name: string; first: string }>(
      getDatabase(),
      sql`select i.indrelid::regclass::text as name, a.attname::text as first
          from pg_index i join pg_class c on c.oid = i.indrelid
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
          where i.indisprimary and c.relnamespace = 'public'::regnamespace`,
    );
    const others = keys.filter(({ first }) => first !== 'organisation_id').map(({ name }) => name);
    expect(others.map((name) => name.replaceAll('"', '')).sort()).toEqual(
      ['organisations', ...Object.keys(unprotectedTables)].sort(),
    );
  });

  it('lets no foreign key lead from one organisation into another', async () => {
    const keys = await queryRows<ForeignKey>(getDatabase(), foreignKeys);
    const own = keys.filter(({ to }) => to.replaceAll('"', '') !== 'user');
    expect(own.length).toBeGreaterThan(20);
    for (const { from, to, columns, targets } of own) {
      const target = to === 'organisations' ? 'id' : 'organisation_id';
      if (from in unprotectedTables || from === 'account' || from === 'session') continue;
      expect(columns, `${from} → ${to}`).toContain('organisation_id');
      expect(targets, `${from} → ${to}`).toContain(target);
    }
  });

  it('refuses a link to a row of another organisation, even to its owner', async () => {
    const { organisationId, northStudy } = a;
    const { studyId } = northStudy;
    const linked = getDatabase().insert(studySites).values({
      organisationId,
      studyId,
      siteId: b.northSite,
    });
    expect(await linked.then(() => null, postgresError)).toMatchObject({ code: '23503' });
    const wave = getDatabase()
      .insert(waves)
      .values({ organisationId, studyId: b.northStudy.studyId, number: 9, name: 'W' });
    expect(await wave.then(() => null, postgresError)).toMatchObject({ code: '23503' });
  });

  it('gives actors roles that cannot sign in and do not bypass anything', async () => {
    const roles = await queryRows<{ rolname: string }>(
      getDatabase(),
      sql`select rolname from pg_roles where rolname like 'attune\_%'
          and not (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb)`,
    );
    expect(roles.map(({ rolname }) => rolname).sort()).toEqual(Object.values(databaseRoles).sort());
  });

  it('does not let an actor switch row-level security off', async () => {
    for (const actor of [actorsOf(a).everywhere, actorsOf(a).system]) {
      const read = withActor(actor, async (tx) => {
        await tx.execute(sql`set local row_security = off`);
        return queryRows(tx, sql`select id from studies`);
      });
      expect(await read.then(() => null, postgresError)).toMatchObject({ code: '42501' });
    }
  });

  it('keeps every actor away from the tables of signing in', async () => {
    for (const role of Object.values(databaseRoles)) {
      for (const table of Object.keys(unprotectedTables)) {
        const [grant] = await queryRows<{ any: boolean }>(
          getDatabase(),
          sql`select has_table_privilege(${role}, quote_ident(${table}), 'select')
              or has_table_privilege(${role}, quote_ident(${table}), 'insert')
              or has_table_privilege(${role}, quote_ident(${table}), 'update')
              or has_table_privilege(${role}, quote_ident(${table}), 'delete')
              or has_any_column_privilege(${role}, quote_ident(${table}), 'select') as any`,
        );
        expect(grant?.any, `${role} on ${table}`).toBe(false);
      }
    }
    for (const actor of Object.values(actorsOf(a))) {
      const read = withActor(actor, (tx) => queryRows(tx, sql`select email from "user"`));
      expect(await read.then(() => null, postgresError)).toMatchObject({ code: '42501' });
    }
  });

  it('lets nobody change or delete an audit entry, its owner included', async () => {
    const statements = [
      sql`update audit_entries set action = 'x' where organisation_id = ${a.organisationId}`,
      sql`delete from audit_entries where organisation_id = ${a.organisationId}`,
    ];
    for (const statement of statements) {
      for (const actor of Object.values(actorsOf(a))) {
        const change = withActor(actor, (tx) => tx.execute(statement));
        expect(await change.then(() => null, postgresError)).toMatchObject({ code: '42501' });
      }
      const byOwner = getDatabase().execute(statement);
      expect(await byOwner.then(() => null, postgresError)).toMatchObject({ code: 'AT001' });
    }
  });

  it('leaves no actor behind on a connection, after a commit as after a failure', async () => {
    const work = Array.from({ length: 20 }, (_, index) =>
      withActor(actorsOf(a).everywhere, async (tx) => {
        await tx.execute(sql`select pg_sleep(0.01)`);
        if (index % 2 === 1) throw new Error('undo');
      }).catch(() => undefined),
    );
    await Promise.all(work);
    const looks = Array.from({ length: 20 }, () =>
      queryRows<{ role: string; settings: string }>(
        getDatabase(),
        sql`select current_user::text as role, concat(
              current_setting('attune.organisation', true), current_setting('attune.user', true),
              current_setting('attune.sites', true), current_setting('attune.key', true),
              current_setting('attune.panel', true),
              current_setting('attune.panel_member', true),
              current_setting('attune.deployment', true)) as settings,
              pg_sleep(0.01)`,
      ),
    );
    for (const [look] of await Promise.all(looks)) {
      expect(look?.role).not.toMatch(
        /^attune_(member|system|public|panel_member|respondent|redactor|custodian|api_token)/,
      );
      expect(look?.settings).toBe('');
    }
  });
});
