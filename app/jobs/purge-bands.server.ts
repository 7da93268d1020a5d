import { z } from 'zod';
import { purgeBands } from '../services/recruitment/purge-bands.server.ts';
import { today } from '../today.ts';
import { defineJob } from './job.ts';

export const purgeBandsJob = defineJob({
  name: 'purge-bands',
  data: z.object({}),
  schedule: '40 2 * * *',
  async run() {
    await purgeBands(today());
  },
});
