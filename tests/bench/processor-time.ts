import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '#db/database.ts';

const ticksPerSecond = 100;

/** Seconds that the processes of Postgres which serve us have computed, where they run on this machine. */
async function ofBackends(db: Database): Promise<number> {
  const backends = await queryRows<{ pid: number }>(
    db,
    sql`select pid from pg_stat_activity
        where datname = current_database() and backend_type = 'client backend'`,
  );
  const seconds = backends.map(({ pid }) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
    } catch {
      return NaN;
    }
  });
  return seconds.reduce((sum, value) => sum + value, 0);
}

/** Processor time of this process, and of the database's where it is another one: what load on the machine hides. */
export async function processorTime(db: Database, isServer: boolean) {
  const { user, system } = process.cpuUsage();
  return { own: (user + system) / 1e6, server: isServer ? await ofBackends(db) : 0 };
}
