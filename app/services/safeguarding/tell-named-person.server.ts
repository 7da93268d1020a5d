import type { Transaction } from '#db/database.ts';
import { getOrganisation } from '#db/queries/membership.server.ts';
import { addMail } from '#db/queries/outbox.server.ts';
import { localText, type LocalText } from '#surveys/model/languages.ts';
import { env } from '../../env.server.ts';
import { defaultLanguage, formatTag, toLanguage } from '../../i18n/locales.ts';
import { translateInto } from '../../i18n/translate.server.ts';
import { log } from '../../log.server.ts';
import type { NamedPerson } from './find-named-person.server.ts';

type Raised = {
  organisationId: string;
  panel: { id: string; title: LocalText };
  /** self: somebody asks to be contacted; phrase: their words may be a sign; else a facilitator's concern. */
  source: 'self' | 'phrase' | 'facilitator';
  named: NamedPerson | null;
};

/**
 * Writes to the person to whom concerns of the panel go, in their language and in the transaction that
 * keeps the concern. The mail says that there is one and until when it should be looked at; not what was
 * said, nor by whom. For the system actor.
 */
export async function tellNamedPerson(tx: Transaction, raised: Raised): Promise<void> {
  const { organisationId, panel, source, named } = raised;
  if (!named) {
    // The concern stands on the panel's page all the same, and its overview says that nobody is named.
    log.error({ panel: panel.id }, 'a concern has no person to go to');
    return;
  }
  const organisation = await getOrganisation(tx, { organisationId });
  const language = toLanguage(named.language ?? organisation?.language);
  const t = (await translateInto(language)).getFixedT(language, 'moderation');
  const values = {
    name: named.name,
    panel: localText(panel.title, language, defaultLanguage).replace(/\s+/g, ' '),
    hours: new Intl.NumberFormat(formatTag(language)).format(named.hours),
    url: `${env().publicUrl}/panels/${panel.id}/safeguarding`,
  };
  const mail = source === 'self' ? 'self' : 'phrase';
  await addMail(tx, {
    ...{ organisationId, recipient: named.email, language },
    subject: t(`safeguarding.mail.${mail}.subject`, values),
    body: t(`safeguarding.mail.${mail}.body`, values),
  });
}
