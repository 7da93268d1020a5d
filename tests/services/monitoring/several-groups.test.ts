import { expect, it } from 'vitest';
import { compareGroups } from '#app/services/monitoring/evaluate-groups.ts';
import { getMonitoringReader } from '#app/services/monitoring/monitoring-reader.server.ts';
import { presentGroups } from '#app/services/monitoring/present-groups.ts';
import { aRecord } from './a-record.ts';

const planned = {
  ...{ dimension: 'shift', reference: 'day', margin: 0.0001 },
  ...{ marginReportId: null, marginReason: 'x' },
};
const none: [number, number] = [200, 1000];
const early: [number, number] = [240, 1000];
const levels = { day: none, early, late: none, night: none, spare: none };
const share = (level: string, [numerator, denominator]: [number, number]) =>
  aRecord({
    ...{ metric: 'override', numerator, denominator, level },
    dimension: level === '' ? '' : 'shift',
  });

function compared(groups: Record<string, [number, number]>) {
  const n = Object.values(groups).reduce((sum, [, size]) => sum + size, 0);
  const x = Object.values(groups).reduce((sum, [events]) => sum + events, 0);
  const records = Object.entries(groups).map(([level, counts]) => share(level, counts));
  return compareGroups([share('', [x, n]), ...records], 'override', planned, '2026-11-15');
}

it('a gap among several groups is held against how many were compared', async () => {
  const found = compared(levels);
  const row = found.rows.find(({ level }) => level === 'early');
  expect(row?.verdict?.verdict).toBe('gap');
  const p = row?.verdict?.p ?? NaN;
  expect(p).toBeGreaterThan(0.02);
  expect(p).toBeLessThan(0.05);
  // Four differences, of which it is the clearest: Benjamini and Hochberg multiply by four.
  expect(row?.pAdjusted).toBeCloseTo(4 * p, 12);
  expect(found.rows.find(({ level }) => level === 'day')?.pAdjusted).toBeNull();
  const request = new Request('http://attune.example/', { headers: { 'Accept-Language': 'en' } });
  const shown = presentGroups(await getMonitoringReader(request), 'x', found);
  expect(shown.notHeld).toContain('early');
  expect(shown.chart?.notes).toContain(shown.notHeld);
});

it('what is hidden takes no part, so that it does not tell of itself', () => {
  const found = compared({ day: none, early, late: none, few: [0, 9], scarce: [9, 9] });
  const row = found.rows.find(({ level }) => level === 'early');
  expect(found.rows.filter(({ isHidden }) => isHidden)).toHaveLength(2);
  expect(row?.pAdjusted).toBeCloseTo(2 * (row?.verdict?.p ?? NaN), 12);
});
