import { z } from 'zod';
import { applyWaveDates } from '../services/studies/apply-wave-dates.server.ts';
import { today } from '../today.ts';
import { defineJob } from './job.ts';

export const waveDatesJob = defineJob({
  name: 'wave-dates',
  data: z.object({}),
  schedule: '*/5 * * * *',
  async run() {
    await applyWaveDates(today());
  },
});
