import type { Language } from '#surveys/model/languages.ts';
import { formatTag } from './locales.ts';

/** A day (of UTC) with its month written out, for mails, letters and reports. */
export function longDay(language: Language, day: Date | string): string {
  const format = new Intl.DateTimeFormat(formatTag(language), {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return format.format(new Date(day));
}
