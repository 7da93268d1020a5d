import type { WatchedRecord } from '#db/queries/watched-record.server.ts';

/** A share of everybody as the evaluation reads it, but for what is said. */
export const aRecord = (own: Partial<WatchedRecord>): WatchedRecord => ({
  ...{ metric: '', kind: 'proportion', mode: 'live', part: '', cohort: '', dimension: '' },
  ...{ level: '', from: '2026-01-01', to: '2026-02-01', numerator: null, denominator: null },
  ...{ value: null, detail: null, eligible: null, scored: null, labelled: null },
  ...{ ascertainment: 'all', samplingProbability: null, maturesOn: null, batchId: 'x' },
  ...{ version: '1.0', sentAt: new Date('2026-01-01'), replacedAt: null, isRestated: false },
  ...own,
});
