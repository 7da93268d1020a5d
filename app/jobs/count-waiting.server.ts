import { countWaiting } from '#db/queries/waiting-counts.server.ts';
import { withActor } from '../database.server.ts';
import { countJobs } from './queue.server.ts';

/** Jobs that wait, alerts that are open, batches in quarantine and mails not sent, of the whole installation. */
export async function countWaitingEverywhere(): Promise<Record<string, number>> {
  const system = { kind: 'system', organisationId: null } as const;
  return { jobs: await countJobs(), ...(await withActor(system, countWaiting)) };
}
