import { languages, localText, type Language, type LocalText } from '#surveys/model/languages.ts';
import { env } from '../../env.server.ts';
import { defaultLanguage } from '../../i18n/locales.ts';
import { translateInto } from '../../i18n/translate.server.ts';

/** Writes the mail that says that a panel has new questions, in each language. */
export async function roundMailWriter(title: LocalText, organisation: string) {
  const url = new URL('/panel', env().publicUrl).href;
  const texts = new Map<Language, { subject: string; body: string }>();
  for (const language of languages) {
    const t = (await translateInto(language)).getFixedT(language, 'panels');
    const panel = localText(title, language, defaultLanguage).replace(/\s+/g, ' ');
    texts.set(language, {
      subject: t('mail.round.subject', { panel }),
      body: t('mail.round.body', { panel, organisation, url }),
    });
  }
  return (language: Language) => ({
    language,
    subject: texts.get(language)?.subject ?? '',
    body: texts.get(language)?.body ?? '',
  });
}
