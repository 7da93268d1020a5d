import { sql } from 'drizzle-orm';
import { connect, disconnect, getDatabase } from '../database.server.ts';
import { env } from '../env.server.ts';
import { countWaitingEverywhere } from '../jobs/count-waiting.server.ts';
import { startJobs, stopJobs } from '../jobs/queue.server.ts';
import { ensureDemo } from '../services/demo/ensure-demo.server.ts';

/** What the http entry needs of the application; it reaches neither database nor services itself. */
export const lifecycle = {
  /** Answers with what the person who started it should read, if anything. */
  async start(): Promise<string | null> {
    await connect();
    const message = env().strict ? null : await ensureDemo();
    await startJobs();
    return message;
  },
  async isHealthy(): Promise<boolean> {
    try {
      await getDatabase().execute(sql`select 1`);
      return true;
    } catch {
      return false;
    }
  },
  /** Of the whole installation. */
  countWaiting: countWaitingEverywhere,
  async stop(): Promise<void> {
    await stopJobs();
    await disconnect();
  },
};

export type Lifecycle = typeof lifecycle;
