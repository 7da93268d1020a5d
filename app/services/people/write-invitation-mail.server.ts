import type { MemberRole } from '#db/schema/membership.ts';
import type { Language } from '#surveys/model/languages.ts';
import { translateInto } from '../../i18n/translate.server.ts';

export async function writeInvitationMail(
  language: Language,
  values: { organisation: string; role: MemberRole; url: string },
): Promise<{ subject: string; body: string }> {
  const i18n = await translateInto(language);
  const t = i18n.getFixedT(language, ['sign-in', 'permissions']);
  const role = t(`permissions:role.${values.role}`);
  return {
    subject: t('mail.invitation.subject', { organisation: values.organisation }),
    body: t('mail.invitation.body', { ...values, role }),
  };
}
