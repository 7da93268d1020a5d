import { expect, it } from 'vitest';
import { endOfLastAudit } from '#app/services/fairness/asked-period.ts';
import type { FairnessAudit } from '#db/queries/fairness-audit.server.ts';

const what = { metric: 'override', part: '', cohort: '' };

/** An audit whose dimensions were counted up to these days; without any, one that is planned. */
const audit = (number: number, ends: readonly string[], more: object = {}) =>
  ({
    audit: { ...what, id: `${number}`, deploymentId: 'd', number, supersedesId: null, ...more },
    run: ends.length === 0 ? null : { verdicts: ends.map((to) => ({ to })) },
    ...{ opened: null, withdrawn: null },
  }) as unknown as FairnessAudit;

const [march, april, june] = ['2026-04-01', '2026-05-01', '2026-07-01'];

it('is the latest end, whichever audit has the highest number', () => {
  expect(endOfLastAudit([], what)).toBeNull();
  expect(endOfLastAudit([audit(3, []), audit(2, [march]), audit(1, [june])], what)).toBe(june);
  const other = audit(2, [june], { cohort: 'adults' });
  expect(endOfLastAudit([other, audit(1, [april])], what)).toBe(april);
});

it('is up to where every dimension was counted, those without numbers aside', () => {
  expect(endOfLastAudit([audit(1, [june, '', april])], what)).toBe(april);
  expect(endOfLastAudit([audit(1, [''])], what)).toBeNull();
});

it('is none of an audit whose place another has taken', () => {
  const newer = audit(2, [march], { supersedesId: '1' });
  expect(endOfLastAudit([newer, audit(1, [june])], what)).toBe(march);
  // One that is only planned takes the place when it is carried out.
  expect(endOfLastAudit([audit(2, [], { supersedesId: '1' }), audit(1, [june])], what)).toBe(june);
  const withdrawn = { ...audit(2, [june]), withdrawn: { reason: 'x' } } as FairnessAudit;
  expect(endOfLastAudit([withdrawn, audit(1, [march])], what)).toBe(march);
});
