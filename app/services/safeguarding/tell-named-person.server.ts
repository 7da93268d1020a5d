import { addMail } from '#db/queries/outbox.server.ts';
import { getOrganisation } from '#db/queries/membership.server.ts';
import { findPanel } from '#db/queries/panel.server.ts';
import { listUsers } from '#db/queries/user.server.ts';
import { localText } from '#surveys/model/languages.ts';
import { getDatabase, withActor } from '../../database.server.ts';
import { env } from '../../env.server.ts';
import { defaultLanguage, toLanguage } from '../../i18n/locales.ts';
import { translateInto } from '../../i18n/translate.server.ts';
import { log } from '../../log.server.ts';
import { announceMail } from '../mail/announce-mail.server.ts';

export type RaisedConcern = { organisationId: string; panelId: string; concernId: string };

/**
 * Writes to the person to whom concerns of the panel go. The mail says that there is one and until when it
 * should be looked at; not what was said, nor by whom.
 */
export async function tellNamedPerson({ organisationId, panelId }: RaisedConcern): Promise<void> {
  const system = { kind: 'system', organisationId } as const;
  const { panel, organisation } = await withActor(system, async (tx) => ({
    panel: await findPanel(tx, { organisationId, panelId }),
    organisation: await getOrganisation(tx, { organisationId }),
  }));
  const namedId = panel?.safeguardingUserId ?? null;
  const [named] = await listUsers(getDatabase(), { ids: namedId === null ? [] : [namedId] });
  if (!panel || !named) {
    // The concern stands on the panel's page all the same, and its overview says that nobody is named.
    log.error({ panel: panelId }, 'a concern has no person to go to');
    return;
  }
  const language = toLanguage(organisation?.language);
  const t = (await translateInto(language)).getFixedT(language, 'moderation');
  const values = {
    name: named.name,
    panel: localText(panel.title, language, defaultLanguage),
    hours: new Intl.NumberFormat(language).format(panel.safeguardingWithinHours),
    url: `${env().publicUrl}/panels/${panelId}/safeguarding`,
  };
  await withActor(system, (tx) =>
    addMail(tx, {
      ...{ organisationId, recipient: named.email, language },
      subject: t('safeguarding.mail.subject', values),
      body: t('safeguarding.mail.body', values),
    }),
  );
  await announceMail();
}
