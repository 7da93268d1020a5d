import { z } from 'zod';
import { moveBatches } from '../services/batches/move-batches.server.ts';
import { defineJob } from './job.ts';

/** Sent after each submission for its wave; the schedule takes what was left by a crash or closing. */
export const moveBatchesJob = defineJob({
  name: 'move-batches',
  data: z.object({ wave: z.object({ organisationId: z.uuid(), waveId: z.uuid() }).optional() }),
  schedule: '* * * * *',
  async run(data) {
    await moveBatches(data.wave);
  },
});
