import { localText, type Language, type LocalText } from '#surveys/model/languages.ts';
import { defaultLanguage } from '../../i18n/locales.ts';
import { translateInto } from '../../i18n/translate.server.ts';

export const invitationMailKinds = [
  'invitation',
  'reissue',
  'reminder',
  /** To somebody who opened the link: it goes on with what they have begun and carries no new one. */
  'reminder-opened',
] as const;
export type InvitationMailKind = (typeof invitationMailKinds)[number];

export type MailStudy = { title: LocalText; organisation: string; contact: string };

/** Writes mails of a study in a language; the catalogue is read once for all of them. */
export async function invitationWriter(study: MailStudy, language: Language) {
  const t = (await translateInto(language)).getFixedT(language, 'mail');
  const title = localText(study.title, language, defaultLanguage).replace(/\s+/g, ' ');
  const { organisation, contact } = study;
  return (kind: InvitationMailKind, url: string) => ({
    language,
    subject: t(`${kind}.subject`, { title, organisation }),
    body: t(`${kind}.body`, { title, organisation, contact, url }),
  });
}
