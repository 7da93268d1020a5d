import type { Job } from './job.ts';

/** Every job there is; a job that is missing here is never run. */
export const jobs: readonly Job[] = [];
