import { randomUUID } from 'node:crypto';
import type { Transaction } from '#db/database.ts';
import {
  findMeetings,
  findOverall,
  insertRecords,
  supersedeRecords,
  type NewRecord,
} from '#db/queries/monitoring-record.server.ts';
import type { Fault } from './faults.ts';
import { rowOf } from './record-row.ts';
import type { SentRecord } from './record-schema.ts';

type Place = {
  organisationId: string;
  systemId: string;
  deploymentId: string;
  versionId: string;
};

export type Entering = {
  faults: Fault[];
  accepted: number;
  unchanged: number;
  superseded: number;
  /** Writes what was decided; once the batch is there, which the records refer to. */
  write: (batchId: string) => Promise<void>;
};

const key = (row: NewRecord) =>
  JSON.stringify([row['metric'], row['part'], row['cohort'], row['mode'], row['period_from']]);

/** Groups whose overall record is not in the batch, against the one that is stored. */
async function aboveStoredOverall(
  tx: Transaction,
  place: Place,
  rows: readonly NewRecord[],
): Promise<Fault[]> {
  const overall = new Set(rows.filter((row) => row['dimension'] === '').map(key));
  const alone = rows.filter((row) => row['dimension'] !== '' && !overall.has(key(row)));
  if (alone.length === 0) return [];
  const byIndex = new Map(alone.map((row) => [row.index, row]));
  const isAbove = (value: unknown, limit: number | null) =>
    typeof value === 'number' && limit !== null && value > limit * (1 + 1e-9);
  return (await findOverall(tx, place, alone))
    .filter(({ index, numerator, denominator }) => {
      const row = byIndex.get(index);
      // A mean's sum may be below 0 in one group and so above the whole in another.
      const isMean = row?.['kind'] === 'mean';
      return (
        isAbove(row?.['denominator'], denominator) ||
        (!isMean && isAbove(row?.['numerator'], numerator))
      );
    })
    .map(({ index }) => ({ pointer: `/records/${index}`, code: 'above-overall' }));
}

/**
 * What becomes of records beside those that are stored: equal ones stay as they are, others of the same
 * period are superseded, and a period that overlaps another is refused.
 */
export async function enterRecords(
  tx: Transaction,
  place: Place,
  records: readonly SentRecord[],
): Promise<Entering> {
  const rows: NewRecord[] = records.map((record, index) => ({
    ...rowOf(record),
    id: randomUUID(),
    index,
  }));
  const meetings = await findMeetings(tx, place, rows);
  const overlaps = meetings.filter(({ isSamePeriod }) => !isSamePeriod);
  const same = new Set(meetings.filter(({ isSame }) => isSame).map(({ index }) => index));
  const restated = meetings.filter(({ index, isSamePeriod }) => isSamePeriod && !same.has(index));
  const fresh = rows.filter(({ index }) => !same.has(index));
  const faults: Fault[] = [
    ...overlaps.map(({ index }) => ({
      pointer: `/records/${index}/period`,
      code: 'overlaps-stored' as const,
    })),
    ...(await aboveStoredOverall(tx, place, rows)),
  ];
  return {
    faults,
    ...{ accepted: fresh.length, unchanged: same.size, superseded: restated.length },
    write: async (batchId) => {
      const pairs = restated.map(({ id, index }) => ({ id, by: rows[index]?.id ?? '' }));
      if (pairs.length > 0) await supersedeRecords(tx, place, pairs);
      if (fresh.length > 0) await insertRecords(tx, { ...place, batchId, rows: fresh });
    },
  };
}
