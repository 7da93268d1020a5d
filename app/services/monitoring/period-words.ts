import type { TFunction } from 'i18next';
import { addDays } from '../../days.ts';

export type PeriodWords = {
  /** A month, several months, a day or several days. */
  period: (from: string, to: string) => string;
  /** The same as an adverbial of time, with the preposition that it takes. */
  when: (from: string, to: string) => string;
  /** First month or first day. */
  start: (from: string, to: string) => string;
  /** Last month or last day. */
  end: (from: string, to: string) => string;
};

/** What a period is made of, by its first day and the day after its last. */
export function isOfMonths(from: string, to: string): boolean {
  return from.endsWith('-01') && to.endsWith('-01');
}

/** Periods as the reader's language says them: of whole months by their months, all others by their days. */
export function periodWords(t: TFunction<'monitoring'>, locale: string): PeriodWords {
  const style = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  const ofMonths = new Intl.DateTimeFormat(locale, style);
  const ofDays = new Intl.DateTimeFormat(locale, { ...style, day: 'numeric' });
  const formatOf = (from: string, to: string) => (isOfMonths(from, to) ? ofMonths : ofDays);
  const start = (from: string, to: string) => formatOf(from, to).format(new Date(from));
  const end = (from: string, to: string) => formatOf(from, to).format(new Date(addDays(to, -1)));
  return {
    ...{ start, end },
    // Versions of Node differ in the spaces around the dash.
    period: (from, to) =>
      formatOf(from, to)
        .formatRange(new Date(from), new Date(addDays(to, -1)))
        .replaceAll('\u2009', ' '),
    when: (from, to) => {
      const [first, last] = [start(from, to), end(from, to)];
      const isOne = first === last;
      if (isOfMonths(from, to)) {
        return isOne
          ? t('when.month', { period: first })
          : t('when.months', { from: first, to: last });
      }
      return isOne ? t('when.day', { period: first }) : t('when.days', { from: first, to: last });
    },
  };
}
