import type { CurrentRecord } from '#db/queries/monitoring-record.server.ts';
import type { Fault } from './faults.ts';
import type { RecordRow } from './record-row.ts';

type Period = Pick<RecordRow, 'period_from' | 'period_to'>;

const holds = (whole: Period, part: Period) =>
  whole.period_from <= part.period_from && whole.period_to >= part.period_to;

const daysOf = ({ period_from: start, period_to: end }: Period) => ({ start, end });

/**
 * Why a period cannot be stored beside others that share days with it: it is a part of a stored one, it holds
 * stored parts, or neither. Each asks for something else, so that the one which decides is told.
 */
export function collisionOf(
  sent: Period,
  stored: readonly Pick<CurrentRecord, 'period_from' | 'period_to'>[],
): Pick<Fault, 'code' | 'periods'> {
  const whole = stored.find((other) => holds(other, sent));
  const across = stored.find((other) => !holds(sent, other));
  const told = whole ?? across ?? stored[0];
  const code = whole ? 'within-stored' : across ? 'across-stored' : 'overlaps-stored';
  return { code, ...(told ? { periods: { sent: daysOf(sent), stored: daysOf(told) } } : {}) };
}
