import type { Transaction } from '#db/database.ts';
import { getOrganisation } from '#db/queries/membership.server.ts';
import { addMails } from '#db/queries/outbox.server.ts';
import { localText, type LocalText } from '#surveys/model/languages.ts';
import { defaultLanguage, toLanguage } from '../../i18n/locales.ts';
import { longDay } from '../../i18n/long-day.ts';
import { translateInto } from '../../i18n/translate.server.ts';
import { issuePersonalLink } from '../taking-part/issue-personal-link.server.ts';
import type { findCheckPeople } from './check-people.server.ts';

type People = Awaited<ReturnType<typeof findCheckPeople>>;

/**
 * Writes to those who spoke that themes wait for their word. Mail is read by others: it says nothing of
 * the themes, and its personal link leaves open what an earlier one opened.
 */
export async function tellOfCheck(
  tx: Transaction,
  {
    organisationId,
    title,
    closesOn,
  }: { organisationId: string; title: LocalText; closesOn: string },
  { byMail }: People,
): Promise<void> {
  const organisation = (await getOrganisation(tx, { organisationId }))?.name ?? '';
  const mails = [];
  for (const { memberId, email, language: spoken } of byMail) {
    const language = toLanguage(spoken);
    const t = (await translateInto(language)).getFixedT(language, 'themes');
    const { link } = await issuePersonalLink(tx, { organisationId, memberId, endsPasses: false });
    const panel = localText(title, language, defaultLanguage).replace(/\s+/g, ' ');
    mails.push({
      ...{ organisationId, language, recipient: email, subject: t('mail.subject', { panel }) },
      body: t('mail.body', {
        ...{ panel, organisation, url: link },
        day: longDay(language, closesOn),
      }),
    });
  }
  await addMails(tx, mails);
}
