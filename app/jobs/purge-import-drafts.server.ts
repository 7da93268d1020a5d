import { z } from 'zod';
import { purgeImportDrafts } from '../services/imports/purge-import-drafts.server.ts';
import { defineJob } from './job.ts';

export const purgeImports = defineJob({
  name: 'purge-import-drafts',
  data: z.object({}),
  schedule: '17 * * * *',
  run: purgeImportDrafts,
});
