import type { TFunction } from 'i18next';
import { localText, type Language } from '#surveys/model/languages.ts';
import { isolateIn, listIn } from '../../i18n/isolate.ts';
import { defaultLanguage, formatTag } from '../../i18n/locales.ts';
import { moneyText } from '../minor-units.ts';
import type { Fact, FactValue } from './report-facts.ts';

function valueText(t: TFunction<'outcomes'>, language: Language, value: FactValue): string {
  const locale = formatTag(language);
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  if (typeof value === 'string') return isolateIn(language)(value);
  if ('date' in value) {
    const style = { dateStyle: 'medium', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(locale, style).format(new Date(value.date));
  }
  if ('minor' in value) return moneyText(value.minor, value.currency, language);
  if ('word' in value) return t(value.word as 'verdict.accepted');
  if ('text' in value) return isolateIn(language)(localText(value.text, language, defaultLanguage));
  if ('counts' in value) {
    const count = ({ word, people }: (typeof value.counts)[number]) =>
      `${t(word as 'vote.agree')}: ${new Intl.NumberFormat(locale).format(people)}`;
    return value.counts.map(count).join(t('vote.and'));
  }
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return listIn(
    language,
    value.languages.map((tag) => names.of(tag) ?? tag),
  );
}

/** One sentence of the records in a language. */
export function factSentence(t: TFunction<'outcomes'>, language: Language, fact: Fact): string {
  const values = Object.entries(fact.values).map(([name, value]) => [
    name,
    valueText(t, language, value),
  ]);
  return t(`fact.${fact.key}` as 'fact.people', Object.fromEntries(values) as { n: string });
}
