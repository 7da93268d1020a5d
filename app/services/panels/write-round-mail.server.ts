import { languages, localText, type Language, type LocalText } from '#surveys/model/languages.ts';
import { defaultLanguage } from '../../i18n/locales.ts';
import { translateInto } from '../../i18n/translate.server.ts';

/** Writes the mail that says that a panel has new questions, in each language and with a personal link. */
export async function roundMailWriter(title: LocalText, organisation: string) {
  const texts = new Map<Language, (link: string) => { subject: string; body: string }>();
  for (const language of languages) {
    const t = (await translateInto(language)).getFixedT(language, 'panels');
    const panel = localText(title, language, defaultLanguage).replace(/\s+/g, ' ');
    texts.set(language, (url) => ({
      subject: t('mail.round.subject', { panel }),
      body: t('mail.round.body', { panel, organisation, url }),
    }));
  }
  return (language: Language, link: string) => ({
    language,
    ...(texts.get(language)?.(link) ?? { subject: '', body: '' }),
  });
}
