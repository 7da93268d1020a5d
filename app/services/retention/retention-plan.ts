import { addDays } from '../../days.ts';

export const firstWarningDays = 30;
export const lastWarningDays = 7;

/** Days are ISO dates. */
export type RetentionFacts = {
  closedOn: string | null;
  months: number;
  hold: string | null;
  firstWarningOn: string | null;
  lastWarningOn: string | null;
};

export type RetentionPlan =
  | { state: 'not-closed' | 'on-hold' }
  | {
      state: 'scheduled';
      deletesOn: string;
      due: 'nothing' | 'first-warning' | 'last-warning' | 'deletion';
    };

/** The same day of a later month, or its last day where the month is shorter. */
export function addMonths(date: string, months: number): string {
  const from = new Date(date);
  const year = from.getUTCFullYear();
  const month = from.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const result = new Date(Date.UTC(year, month, Math.min(from.getUTCDate(), lastDay)));
  return result.toISOString().slice(0, 10);
}

const latest = (...dates: string[]) => dates.sort().at(-1) ?? '';

/**
 * When answers go and what is due today. A schedule that was shortened, or a job that did not run
 * for a while, never takes away the time between the warnings and the deletion.
 */
export function retentionPlan(facts: RetentionFacts, today: string): RetentionPlan {
  const { closedOn, months, hold, firstWarningOn, lastWarningOn } = facts;
  if (hold !== null) return { state: 'on-hold' };
  if (closedOn === null) return { state: 'not-closed' };
  const scheduled = addMonths(closedOn, months);
  const warned = addDays(firstWarningOn ?? today, firstWarningDays);
  const earliest = latest(scheduled, warned);
  if (firstWarningOn === null) {
    const isDue = today >= addDays(scheduled, -firstWarningDays);
    return { state: 'scheduled', deletesOn: earliest, due: isDue ? 'first-warning' : 'nothing' };
  }
  if (lastWarningOn === null) {
    const isDue = today >= addDays(earliest, -lastWarningDays);
    const deletesOn = latest(earliest, addDays(today, isDue ? lastWarningDays : 0));
    return { state: 'scheduled', deletesOn, due: isDue ? 'last-warning' : 'nothing' };
  }
  const deletesOn = latest(earliest, addDays(lastWarningOn, lastWarningDays));
  return { state: 'scheduled', deletesOn, due: today >= deletesOn ? 'deletion' : 'nothing' };
}
