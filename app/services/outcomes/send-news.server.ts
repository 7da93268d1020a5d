import { addMail } from '#db/queries/outbox.server.ts';
import { findAsker } from '#db/queries/public-outcomes.server.ts';
import { findPanel } from '#db/queries/panel.server.ts';
import { listWaitingPeople, takeForMail, type WaitingPerson } from '#db/queries/telling.server.ts';
import { withActor } from '../../database.server.ts';
import { env } from '../../env.server.ts';
import { toLanguage } from '../../i18n/locales.ts';
import { translateInto } from '../../i18n/translate.server.ts';

async function sendTo(person: WaitingPerson, on: string): Promise<boolean> {
  const language = toLanguage(person.language);
  const t = (await translateInto(language)).getFixedT(language, 'outcomes');
  const { organisationId } = person;
  return withActor({ kind: 'system', organisationId }, async (tx) => {
    const panel = await findPanel(tx, person);
    const asker = panel && (await findAsker(tx, panel));
    if (!asker || (await takeForMail(tx, { ...person, on })) === 0) return false;
    const { organisation, contact } = asker;
    const url = new URL('/panel/news', env().publicUrl).href;
    await addMail(tx, {
      ...{ organisationId, language, recipient: person.email },
      subject: t('mail.subject', { organisation }),
      body: t('mail.body', { organisation, contact, url }),
    });
    return true;
  });
}

/**
 * One mail for each person who has news and an address, on each day at most. It leads to their page
 * and says nothing of what was said or decided: mail is read by others. Returns how many were written.
 */
export async function sendNews(on: string): Promise<number> {
  const waiting = await withActor({ kind: 'system', organisationId: null }, (tx) =>
    listWaitingPeople(tx, { hasAddress: true }),
  );
  let sent = 0;
  for (const person of waiting) if (await sendTo(person, on)) sent += 1;
  return sent;
}
