import { expect, it } from 'vitest';
import { describeOnOwnDatabases } from '#tests/support/databases.ts';

describeOnOwnDatabases('executeSql, as the job queue uses it', (database) => {
  it('runs a whole transaction given as text', async () => {
    await database().executeSql('begin; create table if not exists scratch (n int); commit;');
    expect((await database().executeSql('select * from scratch')).rows).toEqual([]);
  });

  it('goes on after a transaction that failed in the middle, and keeps nothing of it', async () => {
    const failing = 'begin; create table half (n int); select 1 / 0; commit;';
    await expect(database().executeSql(failing)).rejects.toThrow('division by zero');
    const { rows } = await database().executeSql(`select to_regclass('half') as made`);
    expect(rows).toEqual([{ made: null }]);
  });

  it('takes undefined for null and goes on afterwards', async () => {
    const { rows } = await database().executeSql('select $1::int as n', [undefined]);
    expect(rows).toEqual([{ n: null }]);
    expect((await database().executeSql('select $1::int as n', [7])).rows).toEqual([{ n: 7 }]);
  });

  it('takes JSON as text and as a value', async () => {
    const query = 'select n from json_to_recordset($1::json) as rows (n int)';
    const rows = [{ n: 1 }, { n: 2 }];
    expect((await database().executeSql(query, [JSON.stringify(rows)])).rows).toEqual(rows);
    expect((await database().executeSql(query, [rows])).rows).toEqual(rows);
  });
});
