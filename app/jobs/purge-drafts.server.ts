import { z } from 'zod';
import { purgeDrafts } from '../services/batches/purge-drafts.server.ts';
import { today } from '../today.ts';
import { defineJob } from './job.ts';

export const purgeDraftsJob = defineJob({
  name: 'purge-drafts',
  data: z.object({}),
  schedule: '20 2 * * *',
  async run() {
    await purgeDrafts(today());
  },
});
