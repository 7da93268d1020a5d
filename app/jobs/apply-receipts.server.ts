import { z } from 'zod';
import { applyReceipts } from '../services/batches/apply-receipts.server.ts';
import { defineJob } from './job.ts';

export const applyReceiptsJob = defineJob({
  name: 'apply-receipts',
  data: z.object({}),
  schedule: '*/7 * * * *',
  async run() {
    await applyReceipts();
  },
});
