import { z } from 'zod';
import { computeDraft, takeUpDrafts } from '../services/themes/compute-draft.server.ts';
import { defineJob } from './job.ts';

export const themeDraftJob = defineJob({
  name: 'theme-draft',
  data: z.object({ organisationId: z.uuid(), id: z.uuid() }),
  run: computeDraft,
});

export const takeUpDraftsJob = defineJob({
  name: 'take-up-theme-drafts',
  data: z.object({}),
  schedule: '* * * * *',
  run: takeUpDrafts,
});
