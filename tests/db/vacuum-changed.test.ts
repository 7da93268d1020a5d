import { expect, it } from 'vitest';
import { vacuumChanged } from '#db/vacuum-changed.server.ts';
import { describeOnOwnDatabases } from '#tests/support/databases.ts';

describeOnOwnDatabases('tables that changed', (database) => {
  const rowsOf = async (table: string) => {
    const counted = `select reltuples::int as rows from pg_class where oid = '${table}'::regclass`;
    return (await database().executeSql(counted)).rows;
  };

  it('are counted once on the embedded database, and left to a server', async () => {
    const isEmbedded = database().kind !== 'postgres';
    await database().executeSql(
      `create schema odd; create table odd."Many" (n int); create table odd.few (n int);
       insert into odd."Many" select generate_series(1, 500); insert into odd.few values (1);`,
    );
    const names = await vacuumChanged(database());
    expect(names.filter((name) => name.startsWith('odd.'))).toEqual(
      isEmbedded ? ['odd."Many"'] : [],
    );
    expect(await rowsOf('odd."Many"')).toEqual([{ rows: isEmbedded ? 500 : -1 }]);
    expect(await vacuumChanged(database())).toEqual([]);
  });

  it('are counted also where they changed before anybody watched', async () => {
    await database().executeSql(
      'create table odd.older (n int); insert into odd.older select generate_series(1, 500);',
    );
    await database().executeSql('select pg_stat_force_next_flush()');
    await database().executeSql('select pg_stat_reset()');
    const isEmbedded = database().kind !== 'postgres';
    expect(await vacuumChanged(database())).toEqual(isEmbedded ? ['odd.older'] : []);
  });
});
