import { z } from 'zod';
import { vacuumChanged } from '#db/vacuum-changed.server.ts';
import { getOpened } from '../database.server.ts';
import { defineJob } from './job.ts';

export const vacuumJob = defineJob({
  name: 'vacuum',
  data: z.object({}),
  schedule: '*/10 * * * *',
  async run() {
    await vacuumChanged(getOpened());
  },
});
