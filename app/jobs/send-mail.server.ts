import { z } from 'zod';
import { sendWaitingMail } from '../services/mail/send-waiting-mail.server.ts';
import { defineJob } from './job.ts';

/** Sent when mail was written; the schedule tries again what a mail server refused. */
export const sendMailJob = defineJob({
  name: 'send-mail',
  data: z.object({}),
  schedule: '* * * * *',
  async run() {
    await sendWaitingMail();
  },
});
