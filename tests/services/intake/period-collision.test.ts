import { expect, it } from 'vitest';
import { collisionOf } from '#app/services/intake/period-collision.ts';

const of = (period_from: string, period_to: string) => ({ period_from, period_to });
const days = (start: string, end: string) => ({ start, end });
const month = of('2026-11-01', '2026-12-01');
const half = of('2026-11-01', '2026-11-16');
const rest = of('2026-11-16', '2026-12-01');

it('a half beside its stored month is a part of what is stored', () => {
  expect(collisionOf(half, [month])).toEqual({
    code: 'within-stored',
    periods: {
      sent: days('2026-11-01', '2026-11-16'),
      stored: days('2026-11-01', '2026-12-01'),
    },
  });
});

it('a month beside one stored half or both has a part of it stored', () => {
  const { code, periods } = collisionOf(month, [half]);
  expect(code).toBe('overlaps-stored');
  expect(periods?.stored).toEqual(days('2026-11-01', '2026-11-16'));
  expect(collisionOf(month, [half, rest]).code).toBe('overlaps-stored');
});

it('a period that a stored one crosses is neither, and the one that is crossed is told', () => {
  const late = of('2026-11-20', '2026-12-10');
  expect(collisionOf(late, [month]).code).toBe('across-stored');
  const early = of('2026-10-20', '2026-11-05');
  const { code, periods } = collisionOf(month, [rest, early]);
  expect(code).toBe('across-stored');
  expect(periods?.stored).toEqual(days('2026-10-20', '2026-11-05'));
});
