import type { OpenedDatabase } from './client.server.ts';

/** As autovacuum counts: 50 rows and a tenth of the table. What was never counted, once it has a second page. */
const changed = `select format('%I.%I', s.schemaname, s.relname) as name
  from pg_stat_user_tables s join pg_class c on c.oid = s.relid
  where greatest(s.n_mod_since_analyze, s.n_dead_tup) > 50 + s.n_live_tup / 10
    or c.reltuples < 0 and pg_relation_size(c.oid) > 8192`;

/**
 * Counts rows and frees space in tables that changed, as autovacuum does on a server. The embedded database has none: its
 * planner would take every table for a few rows, and read a whole organisation where one row was asked
 * for. Returns their names; nothing happens on a server.
 */
export async function vacuumChanged({ kind, executeSql }: OpenedDatabase): Promise<string[]> {
  if (kind === 'postgres') return [];
  await executeSql('select pg_stat_force_next_flush()');
  const names = ((await executeSql(changed)).rows as { name: string }[]).map(({ name }) => name);
  if (names.length > 0) await executeSql(`vacuum (analyze) ${names.join(', ')}`);
  return names;
}
