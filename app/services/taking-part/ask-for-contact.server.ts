import { addMail } from '#db/queries/outbox.server.ts';
import { insertConcern } from '#db/queries/safeguarding-concern.server.ts';
import { listUsers } from '#db/queries/user.server.ts';
import { localText } from '#surveys/model/languages.ts';
import { getDatabase } from '../../database.server.ts';
import { env } from '../../env.server.ts';
import { ServiceError } from '../../errors.ts';
import { defaultLanguage } from '../../i18n/locales.ts';
import { translateInto } from '../../i18n/translate.server.ts';
import { announceMail } from '../mail/announce-mail.server.ts';
import { forPerson, idsOf } from './for-person.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

/** Who reads that somebody wants to be contacted, and within how many hours; null: nobody is named. */
export async function findNamedPerson({ panel }: Pick<PanelPerson, 'panel'>) {
  if (panel.safeguardingUserId === null) return null;
  const [named] = await listUsers(getDatabase(), { ids: [panel.safeguardingUserId] });
  return named
    ? { name: named.name, email: named.email, hours: panel.safeguardingWithinHours }
    : null;
}

async function writeMail({ panel }: PanelPerson) {
  const t = (await translateInto(defaultLanguage)).getFixedT(defaultLanguage, 'panel');
  const title = localText(panel.title, defaultLanguage, defaultLanguage).replace(/\s+/g, ' ');
  const link = `${env().publicUrl}/panels/${panel.id}/safeguarding`;
  const values = { title, link, hours: panel.safeguardingWithinHours };
  return {
    language: defaultLanguage,
    subject: t('mail.contact.subject', values),
    body: t('mail.contact.body', values),
  };
}

/**
 * Tells the person named for safeguarding that somebody wants to be contacted. The mail holds none of
 * their words. `key`, a uuid of the form, makes two clicks one.
 */
export async function askForContact(
  reader: PanelPerson,
  { key, note }: { key: string; note: string },
): Promise<void> {
  const person = idsOf(reader);
  const named = await findNamedPerson(reader);
  if (!named) throw new ServiceError('illegal-state', 'panel-nobody-named');
  if (note.length > 2000) throw new ServiceError('invalid', 'panel-text-long');
  const mail = await writeMail(reader);
  const isNew = await forPerson(reader, async (tx) => {
    const concern = { ...person, id: key, source: 'self' as const, note: note.trim() };
    if (!(await insertConcern(tx, concern))) return false;
    await addMail(tx, { organisationId: person.organisationId, recipient: named.email, ...mail });
    return true;
  });
  if (isNew) await announceMail();
}
