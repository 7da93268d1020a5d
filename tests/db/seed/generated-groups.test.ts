import { expect, it } from 'vitest';
import { sumBy } from '#analysis/numeric/sum-by.ts';
import { generateMonitoring } from '#db/seed/monitoring/generate-monitoring.ts';
import type { SyntheticRecord } from '#db/seed/monitoring/monitoring-record.ts';

it('groups bring together what everybody brings, also of what people did', () => {
  const records = generateMonitoring({ seed: 2, months: 3 });
  for (const everybody of records.filter(({ group }) => group === 'overall')) {
    const groups = records.filter(
      ({ system, month, group }) =>
        system === everybody.system && month === everybody.month && group !== 'overall',
    );
    const of = (count: (record: SyntheticRecord) => number) => sumBy(groups, count);
    expect(of(({ scored }) => scored)).toBe(everybody.scored);
    expect(of(({ abstained }) => abstained)).toBe(everybody.abstained);
    expect(of(({ human }) => human?.overridden ?? 0)).toBe(everybody.human?.overridden ?? 0);
  }
});
