import { z } from 'zod';
import { sendNews } from '../services/outcomes/send-news.server.ts';
import { today } from '../today.ts';
import { defineJob } from './job.ts';

/** The minute's job sends what this one writes. */
export const sendNewsJob = defineJob({
  name: 'send-panel-news',
  data: z.object({}),
  schedule: '10 * * * *',
  async run() {
    await sendNews(today());
  },
});
