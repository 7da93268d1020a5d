import { randomUUID } from 'node:crypto';
import PgBoss from 'pg-boss';
import type { z } from 'zod';
import { getOpened } from '../database.server.ts';
import { log } from '../log.server.ts';
import type { Job } from './job.ts';
import { jobs } from './registry.server.ts';

let boss: PgBoss | undefined;

async function register(queue: PgBoss, job: Job): Promise<void> {
  await queue.createQueue(job.name, {
    name: job.name,
    policy: 'short', // at most one job of a key waits; 'standard' would ignore the key
    retryLimit: 3,
    retryBackoff: true,
    expireInSeconds: 15 * 60,
  });
  await queue.work(job.name, { pollingIntervalSeconds: 2 }, async ([taken]) => {
    if (taken) await job.run(job.data.parse(taken.data ?? {}));
  });
  if (job.schedule) await queue.schedule(job.name, job.schedule, {});
}

/** Any number, the same in every process. */
const setUpLock = 7_205_319;

/**
 * Takes jobs from Postgres; any number of processes may do so. They set up the queues one after
 * another: two that make the same tables at once would wait for each other for ever. The lock belongs
 * to the one connection of the queue and goes with it.
 */
export async function startJobs(): Promise<void> {
  const { executeSql } = getOpened();
  const queue = new PgBoss({ db: { executeSql }, schema: 'jobs' });
  queue.on('error', (error) => log.error({ err: error }, 'job queue'));
  await executeSql('select pg_advisory_lock($1)', [setUpLock]);
  await queue.start();
  for (const job of jobs) await register(queue, job);
  await executeSql('select pg_advisory_unlock($1)', [setUpLock]);
  boss = queue;
}

export async function stopJobs(): Promise<void> {
  const queue = boss;
  boss = undefined;
  await queue?.stop({ graceful: true, wait: true, timeout: 10_000 });
}

/** That wait and that nobody has begun. */
export async function countJobs(): Promise<number> {
  let count = 0;
  for (const { name } of jobs) count += (await boss?.getQueueSize(name)) ?? 0;
  return count;
}

/** `key`: while a job of this name with the same key waits, another is not added. */
export async function sendJob<Data extends z.ZodType>(
  job: Job<Data>,
  data: z.input<Data>,
  key?: string,
): Promise<void> {
  await boss?.send(job.name, data as object, { singletonKey: key ?? randomUUID() });
}
