import nodemailer from 'nodemailer';
import { listOwnMemberships } from '#db/queries/membership.server.ts';
import { addMail } from '#db/queries/outbox.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { env } from '../../env.server.ts';
import { translateInto } from '../../i18n/translate.server.ts';
import { log } from '../../log.server.ts';

type PersonalMail = {
  user: { id: string; name: string; email: string };
  kind: 'sign-in' | 'reset';
  link: string;
  language: Language;
};

async function write({ user, kind, link, language }: PersonalMail) {
  const t = (await translateInto(language)).getFixedT(language, 'sign-in');
  return {
    subject: t(`mail.${kind}.subject`),
    body: t(`mail.${kind}.body`, { name: user.name, url: link }),
  };
}

/** Without a mail server an administrator passes it on: the trial has no other way. */
async function leaveWithAdministrator(mail: PersonalMail): Promise<void> {
  const { user, language } = mail;
  const [membership] = await withActor({ kind: 'signed-in', userId: user.id }, (tx) =>
    listOwnMemberships(tx, { userId: user.id }),
  );
  if (!membership) return;
  const { organisationId } = membership;
  const text = await write(mail);
  await withActor({ kind: 'system', organisationId }, (tx) =>
    addMail(tx, { organisationId, recipient: user.email, language, ...text }),
  );
}

/**
 * A key to somebody's account: it goes to the mail server at once and is kept nowhere. Nobody waits
 * for the server, so that the time an answer takes does not tell whether the account exists.
 */
export async function sendPersonalMail(mail: PersonalMail): Promise<void> {
  const { smtp } = env();
  if (!smtp) {
    await leaveWithAdministrator(mail);
    return;
  }
  const text = await write(mail);
  nodemailer
    .createTransport(smtp.url)
    .sendMail({ from: smtp.from, to: mail.user.email, subject: text.subject, text: text.body })
    .catch((error: unknown) => {
      log.error({ err: error, kind: mail.kind }, 'a personal mail could not be sent');
    });
}
