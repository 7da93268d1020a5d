import type { CreditRow } from '#db/queries/panel-output.server.ts';
import { languageSchema, type LocalText } from '#surveys/model/languages.ts';
import { translateInto } from '../../i18n/translate.server.ts';
import { acknowledge } from './acknowledge.ts';

/** The acknowledgement of an output in every language of the panel. */
export async function acknowledgements(
  languages: readonly string[],
  credits: readonly CreditRow[],
): Promise<LocalText> {
  const texts: LocalText = {};
  for (const tag of languages) {
    const language = languageSchema.parse(tag);
    const t = (await translateInto(language)).getFixedT(language, 'outcomes');
    texts[language] = acknowledge(t, language, credits);
  }
  return texts;
}
