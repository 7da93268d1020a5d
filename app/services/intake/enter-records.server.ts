import { randomUUID } from 'node:crypto';
import type { Transaction } from '#db/database.ts';
import {
  findCurrentRecords,
  findGroupsAbove,
  insertConfirmations,
  insertRecords,
  supersedeRecords,
  type CurrentRecord,
} from '#db/queries/monitoring-record.server.ts';
import { checkStoredParts, siblingsOf } from './check-parts.ts';
import {
  bySeries,
  isSamePeriod,
  meets,
  overallKey,
  saysTheSame,
  seriesKey,
  seriesOf,
} from './compare-stored.ts';
import type { Fault } from './faults.ts';
import { collisionOf } from './period-collision.ts';
import { rowOf, type RecordRow } from './record-row.ts';
import type { SentRecord } from './record-schema.ts';

type Place = {
  organisationId: string;
  systemId: string;
  deploymentId: string;
  versionId: string;
};

/** A record that would be stored, with the one it takes the place of, and which of those sent it is. */
export type Change = {
  record: RecordRow & { id: string };
  replaced: CurrentRecord | null;
  index: number;
};

export type Entering = {
  faults: Fault[];
  accepted: number;
  unchanged: number;
  superseded: number;
  changes: Change[];
  /** Writes what was decided; once the batch is there, which the records refer to. */
  write: (batchId: string) => Promise<void>;
};

const momentKey = (row: RecordRow) => `${overallKey(row)}\n${row.period_from}`;

/** Groups that are sent without the overall record of the same period. */
function sentAlone(rows: readonly RecordRow[]): RecordRow[] {
  const overall = new Set(rows.filter(({ dimension }) => dimension === '').map(momentKey));
  return rows.filter((row) => row.dimension !== '' && !overall.has(momentKey(row)));
}

function isAbove(row: RecordRow, { kind, numerator, denominator }: CurrentRecord): boolean {
  const exceeds = (value: number | null, limit: number | null) =>
    value !== null && limit !== null && value > limit * (1 + 1e-9);
  // A mean's sum may be below 0 in one group and so above the whole in another.
  const isMean = row.kind === 'mean';
  return (
    row.kind === kind &&
    (exceeds(row.denominator, denominator) || (!isMean && exceeds(row.numerator, numerator)))
  );
}

/** Places of records of everybody that have less than a group that stands and that the batch does not replace. */
async function belowStoredGroups(
  tx: Transaction,
  place: Place,
  rows: readonly RecordRow[],
): Promise<Set<number>> {
  const overall = rows.flatMap((row, index) => {
    if (row.dimension !== '') return [];
    const { metric, part, cohort, mode, kind, period_from, period_to, numerator, denominator } =
      row;
    const counts = { kind, period_from, period_to, numerator, denominator };
    return [{ index, metric, part, cohort, mode, ...counts }];
  });
  const sent = new Set(rows.map((row) => `${seriesKey(row)}\n${row.period_from}`));
  const groups = await findGroupsAbove(tx, place, overall);
  return new Set(
    groups.flatMap(({ index, dimension, level }) => {
      const row = rows[index];
      const isSent =
        row && sent.has(`${seriesKey({ ...row, dimension, level })}\n${row.period_from}`);
      return isSent ? [] : [index];
    }),
  );
}

/**
 * What becomes of records beside those that are stored: equal ones stay as they are and are confirmed, others
 * of the same period are superseded, and a period that overlaps another is refused.
 */
export async function enterRecords(
  tx: Transaction,
  place: Place,
  records: readonly SentRecord[],
): Promise<Entering> {
  const rows = records.map(rowOf);
  const alone = new Set(sentAlone(rows));
  const asked = seriesOf([...rows, ...siblingsOf(rows)], alone);
  const stored = bySeries(await findCurrentRecords(tx, place, asked));
  const below = await belowStoredGroups(tx, place, rows);
  const faults: Fault[] = checkStoredParts(rows, stored);
  const changes: Change[] = [];
  const confirmed: string[] = [];
  rows.forEach((row, index) => {
    const met = (stored.get(seriesKey(row)) ?? []).filter((other) => meets(row, other));
    const same = met.find((other) => isSamePeriod(row, other));
    const apart = met.filter((other) => other !== same);
    if (apart.length > 0) {
      faults.push({ pointer: `/records/${index}/period`, ...collisionOf(row, apart) });
    }
    const overall = alone.has(row) ? (stored.get(overallKey(row)) ?? []) : [];
    const isGroupAbove = overall.some((other) => isSamePeriod(row, other) && isAbove(row, other));
    const isSame = same !== undefined && saysTheSame(row, same);
    if (isGroupAbove || (below.has(index) && !isSame)) {
      faults.push({ pointer: `/records/${index}`, code: 'above-overall' });
    }
    if (isSame) {
      confirmed.push(same.id);
      return;
    }
    changes.push({ record: { ...row, id: randomUUID() }, replaced: same ?? null, index });
  });
  const fresh = changes.map(({ record }) => record);
  const restated = changes.flatMap(({ record, replaced }) =>
    replaced === null ? [] : [{ id: replaced.id, by: record.id }],
  );
  return {
    ...{ faults, changes },
    ...{
      accepted: fresh.length,
      unchanged: confirmed.length,
      superseded: restated.length,
    },
    write: async (batchId) => {
      if (restated.length > 0) await supersedeRecords(tx, place, restated);
      if (fresh.length > 0) await insertRecords(tx, { ...place, batchId, rows: fresh });
      if (confirmed.length > 0) await insertConfirmations(tx, { ...place, batchId, confirmed });
    },
  };
}
