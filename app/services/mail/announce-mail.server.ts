import { sendJob } from '../../jobs/queue.server.ts';
import { sendMailJob } from '../../jobs/send-mail.server.ts';

/** After the transaction that put mail into the outbox; without it the schedule sends it. */
export async function announceMail(): Promise<void> {
  await sendJob(sendMailJob, {}, 'send-mail');
}
