import type { AscertainmentKind, RecordKind, RecordMode } from '#db/schema/monitoring-record.ts';

// The words of records again, since pages may not import tables; a test holds both together.
export type { AscertainmentKind, RecordKind, RecordMode };

export const recordModes = ['silent', 'shadow', 'live'] as const satisfies readonly RecordMode[];
export const ascertainmentKinds = [
  'all',
  'routine-outcome',
  'sample',
  'flagged-only',
] as const satisfies readonly AscertainmentKind[];

/** Of a batch. */
export const maximumRecords = 1000;
