import type { Language } from '#surveys/model/languages.ts';
import { formatTag } from '../i18n/locales.ts';

/** How many decimals a currency (ISO 4217) is written with: two for the pound, none for the yen. */
export function decimalsOf(currency: string): number {
  const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return options.maximumFractionDigits ?? 2;
}

/** An amount in the smallest unit of its currency, rounded to it. */
export function toMinorUnits(amount: number, currency: string): number {
  return Math.round(amount * 10 ** decimalsOf(currency));
}

/** An amount in the smallest unit of its currency as the language writes money. */
export function moneyText(minor: number, currency: string, language: Language): string {
  const format = new Intl.NumberFormat(formatTag(language), { style: 'currency', currency });
  return format.format(minor / 10 ** decimalsOf(currency));
}
