import { listMemberships } from '#db/queries/membership.server.ts';
import { addMail } from '#db/queries/outbox.server.ts';
import { markWarned, type RetainedStudy } from '#db/queries/retention.server.ts';
import { listUsers } from '#db/queries/user.server.ts';
import { localText } from '#surveys/model/languages.ts';
import { getDatabase, withActor } from '../../database.server.ts';
import { env } from '../../env.server.ts';
import { toLanguage } from '../../i18n/locales.ts';
import { longDay } from '../../i18n/long-day.ts';
import { translateInto } from '../../i18n/translate.server.ts';
import { writeAudit } from '../audit/write-audit.server.ts';

/** Data custodians, or the administrators where there is none: a warning must reach somebody. */
async function recipients(organisationId: string): Promise<string[]> {
  const members = await withActor({ kind: 'system', organisationId }, (tx) =>
    listMemberships(tx, { organisationId }),
  );
  const custodians = members.filter((member) => member.role === 'data-custodian');
  const chosen =
    custodians.length > 0
      ? custodians
      : members.filter((member) => member.role === 'administrator');
  const users = await listUsers(getDatabase(), { ids: chosen.map((member) => member.userId) });
  return users.map((user) => user.email);
}

async function writeMail(study: RetainedStudy & { language: string }, deletesOn: string) {
  const language = toLanguage(study.language);
  const t = (await translateInto(language)).getFixedT(language, 'settings');
  const values = {
    study: localText(study.title, language, 'en'),
    date: longDay(language, deletesOn),
    url: `${env().publicUrl}/settings/retention/${study.id}`,
  };
  return {
    language,
    subject: t('retention.mail.subject', values),
    body: t('retention.mail.body', values),
  };
}

export async function warnCustodians(
  study: RetainedStudy & { language: string },
  warning: 'first' | 'last',
  dates: { today: string; deletesOn: string },
): Promise<void> {
  const { organisationId, id: studyId } = study;
  const addresses = await recipients(organisationId);
  const text = await writeMail(study, dates.deletesOn);
  await withActor({ kind: 'system', organisationId }, async (tx) => {
    const marked = await markWarned(tx, { organisationId, studyId, warning, on: dates.today });
    if (!marked) return;
    for (const recipient of addresses) await addMail(tx, { organisationId, recipient, ...text });
    await writeAudit(tx, {
      organisationId,
      actor: 'purge-responses',
      action: 'retention.warned',
      subjectId: studyId,
      detail: { warning, deletesOn: dates.deletesOn, recipients: addresses.length },
    });
  });
}
