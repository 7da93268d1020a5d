import { languageSchema, localText, type LocalText } from '#surveys/model/languages.ts';
import { defaultLanguage, toLanguage } from '../../i18n/locales.ts';
import { translateInto } from '../../i18n/translate.server.ts';

type LinkMail = {
  title: LocalText;
  organisation: string;
  contact: string;
  link: string;
  language: string;
};

/** The mail that carries a personal link, in the person's language. */
export async function writeLinkMail(mail: LinkMail) {
  const language = toLanguage(languageSchema.safeParse(mail.language).data);
  const t = (await translateInto(language)).getFixedT(language, 'panel');
  const title = localText(mail.title, language, defaultLanguage).replace(/\s+/g, ' ');
  return {
    language,
    subject: t('mail.link.subject', { title }),
    body: t('mail.link.body', { ...mail, title }),
  };
}
