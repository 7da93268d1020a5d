import { localText, type LocalText } from '#surveys/model/languages.ts';
import { defaultLanguage, toLanguage } from '../../i18n/locales.ts';
import { translateInto } from '../../i18n/translate.server.ts';
import { drawCode } from '../draw-code.server.ts';

type Facts = {
  title: LocalText;
  organisation: string;
  contact: string;
  name: string;
  language: string;
  isLarge: boolean;
  link: string;
};

/** A letter with a personal link, in the person's language; the link is in it and nowhere else. */
export async function writeLetter(facts: Facts) {
  const language = toLanguage(facts.language);
  const t = (await translateInto(language)).getFixedT(language, 'recruitment');
  const { organisation, contact, link, isLarge } = facts;
  const title = localText(facts.title, language, defaultLanguage);
  return {
    ...{ language, isLarge, link, organisation, code: drawCode(link) },
    heading: title,
    greeting:
      facts.name === '' ? t('letter.greeting') : t('letter.greetingName', { name: facts.name }),
    paragraphs: [t('letter.why', { organisation, title }), t('letter.scan'), t('letter.type')],
    keep: t('letter.keep'),
    help: t('letter.help', { contact }),
  };
}

export type Letter = Awaited<ReturnType<typeof writeLetter>>;
