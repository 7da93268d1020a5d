import { z } from 'zod';
import { applyRetention } from '../services/retention/apply-retention.server.ts';
import { today } from '../today.ts';
import { defineJob } from './job.ts';

export const purgeResponses = defineJob({
  name: 'purge-responses',
  data: z.object({}),
  schedule: '10 3 * * *',
  async run() {
    await applyRetention(today());
  },
});
