import type { TFunction } from 'i18next';
import type { CreditRow } from '#db/queries/panel-output.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { listIn } from '../../i18n/isolate.ts';

type Credit = Omit<CreditRow, 'outputId'>;

/**
 * Thanks in the words people chose: by the name they gave, by their number in the panel, or not at
 * all. Who does not agree to be credited now is not named, whatever they chose before.
 */
export function acknowledge(
  t: TFunction<'outcomes'>,
  language: Language,
  credits: readonly Credit[],
): string {
  const agreed = credits.filter(({ isConsented }) => isConsented);
  const names = agreed.flatMap(({ choice, name, memberNumber }) => {
    if (choice === 'named' && name.trim() !== '') return [name.trim()];
    return choice === 'pseudonym' ? [t('credit.pseudonym', { n: memberNumber })] : [];
  });
  return names.length === 0
    ? t('credit.thanksAll')
    : t('credit.thanks', { names: listIn(language, names) });
}
