import nodemailer, { type Transporter } from 'nodemailer';
import { markFailed, markSent, takeWaitingMail } from '#db/queries/outbox.server.ts';
import { withActor } from '../../database.server.ts';
import { env } from '../../env.server.ts';
import { log } from '../../log.server.ts';
import { maximumAttempts, silentAfterMs } from './outgoing.ts';

const system = { kind: 'system', organisationId: null } as const;

/** Sends one mail; false when none waits. Its transactions are short: nobody waits for the server. */
async function sendNext(transport: Transporter, from: string): Promise<boolean> {
  const silentSince = new Date(Date.now() - silentAfterMs);
  const mail = await withActor(system, (tx) => takeWaitingMail(tx, { silentSince }));
  if (!mail) return false;
  const ofMail = { organisationId: mail.organisationId, mailId: mail.id };
  try {
    const { recipient, subject, body } = mail;
    await transport.sendMail({ from, to: recipient, subject, text: body });
    await withActor(system, (tx) => markSent(tx, ofMail));
  } catch (error) {
    // It stays taken, so that this run goes on with others and a later one tries again.
    log.warn({ err: error, mail: mail.id, attempts: mail.attempts }, 'a mail could not be sent');
    if (mail.attempts >= maximumAttempts) await withActor(system, (tx) => markFailed(tx, ofMail));
  }
  return true;
}

/** Sends what waits. Without a mail server it waits on, for an administrator to pass on. */
export async function sendWaitingMail(smtp = env().smtp): Promise<number> {
  if (!smtp) return 0;
  const transport = nodemailer.createTransport(smtp.url);
  let handled = 0;
  try {
    while (await sendNext(transport, smtp.from)) handled += 1;
  } finally {
    transport.close();
  }
  return handled;
}
