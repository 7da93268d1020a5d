import { describe, expect, it } from 'vitest';
import { addDays } from '#app/days.ts';
import { addMonths, retentionPlan } from '#app/services/retention/retention-plan.ts';

const facts = {
  closedOn: '2026-01-31',
  months: 1,
  hold: null,
  firstWarningOn: null,
  lastWarningOn: null,
};

describe('addMonths', () => {
  it.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-10-31', 4, '2027-02-28'],
    ['2026-03-01', 60, '2031-03-01'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected);
  });
});

describe('retentionPlan', () => {
  it('does not count before the study closes, nor while it is held', () => {
    expect(retentionPlan({ ...facts, closedOn: null }, '2030-01-01')).toEqual({
      state: 'not-closed',
    });
    expect(retentionPlan({ ...facts, hold: 'inquiry' }, '2030-01-01')).toEqual({
      state: 'on-hold',
    });
  });

  it('warns 30 days before, 7 days before, and deletes on the day', () => {
    const year = { ...facts, months: 12 }; // scheduled for 2027-01-31
    const due = (today: string, warned: object = {}) => {
      const plan = retentionPlan({ ...year, ...warned }, today);
      return plan.state === 'scheduled' ? plan : null;
    };
    expect(due('2026-12-31')).toMatchObject({ due: 'nothing', deletesOn: '2027-01-31' });
    expect(due('2027-01-01')).toMatchObject({ due: 'first-warning', deletesOn: '2027-01-31' });
    const once = { firstWarningOn: '2027-01-01' };
    expect(due('2027-01-23', once)).toMatchObject({ due: 'nothing' });
    expect(due('2027-01-24', once)).toMatchObject({
      due: 'last-warning',
      deletesOn: '2027-01-31',
    });
    const twice = { ...once, lastWarningOn: '2027-01-24' };
    expect(due('2027-01-30', twice)).toMatchObject({ due: 'nothing' });
    expect(due('2027-01-31', twice)).toMatchObject({ due: 'deletion', deletesOn: '2027-01-31' });
  });

  it('never deletes within 30 days of the first warning or 7 of the last', () => {
    for (let offset = 0; offset < 90; offset += 1) {
      // Long overdue, because the schedule was shortened: warned on 1 March, again some day later.
      const today = addDays('2026-03-01', offset);
      const first = { ...facts, firstWarningOn: '2026-03-01' };
      const unwarned = retentionPlan(first, today);
      if (unwarned.state !== 'scheduled') throw new Error(unwarned.state);
      expect(unwarned.due).toBe(offset >= 23 ? 'last-warning' : 'nothing');
      expect(unwarned.deletesOn >= addDays(today, offset >= 23 ? 7 : 1)).toBe(true);
      const late = retentionPlan({ ...first, lastWarningOn: '2026-04-20' }, today);
      expect(late).toMatchObject({ due: today >= '2026-04-27' ? 'deletion' : 'nothing' });
    }
  });
});
