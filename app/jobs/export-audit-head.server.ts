import { z } from 'zod';
import { exportAuditHeads } from '../services/audit/audit-heads.server.ts';
import { today } from '../today.ts';
import { defineJob } from './job.ts';

export const exportAuditHead = defineJob({
  name: 'export-audit-head',
  data: z.object({}),
  schedule: '40 2 * * *',
  async run() {
    await exportAuditHeads(today());
  },
});
