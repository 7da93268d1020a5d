import { sql } from 'drizzle-orm';
import { connect, disconnect, getDatabase } from '../database.server.ts';
import { startJobs, stopJobs } from '../jobs/queue.server.ts';

/** What the http entry needs of the application; it reaches neither database nor services itself. */
export const lifecycle = {
  async start(): Promise<void> {
    await connect();
    await startJobs();
  },
  async isHealthy(): Promise<boolean> {
    try {
      await getDatabase().execute(sql`select 1`);
      return true;
    } catch {
      return false;
    }
  },
  async stop(): Promise<void> {
    await stopJobs();
    await disconnect();
  },
};

export type Lifecycle = typeof lifecycle;
