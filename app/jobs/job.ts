import type { z } from 'zod';

/** Work that outlives a request. It is taken again after a crash, so `run` must bear being repeated. */
export type Job<Data extends z.ZodType = z.ZodType> = {
  name: string;
  data: Data;
  /** Five cron fields in UTC; without it the job is sent by a service. */
  schedule?: string;
  run: (data: z.output<Data>) => Promise<void>;
};

export function defineJob<Data extends z.ZodType>(job: Job<Data>): Job<Data> {
  return job;
}
