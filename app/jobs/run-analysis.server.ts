import { z } from 'zod';
import { computeRun } from '../services/results/compute-run.server.ts';
import { takeUpForsakenRuns } from '../services/results/take-up-forsaken-runs.server.ts';
import { defineJob } from './job.ts';

export const runAnalysis = defineJob({
  name: 'run-analysis',
  data: z.object({ organisationId: z.uuid(), id: z.uuid() }),
  run: computeRun,
});

/** After a process was killed its runs are taken up by whichever process asks next. */
export const takeUpRuns = defineJob({
  name: 'take-up-runs',
  data: z.object({}),
  schedule: '* * * * *',
  run: takeUpForsakenRuns,
});
