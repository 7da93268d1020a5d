import type { CurrentRecord } from '#db/queries/monitoring-record.server.ts';
import type { Metric } from '../monitoring/metric-schema.ts';
import { findMetric } from '../monitoring/metrics.ts';
import { listOf } from './allowed.ts';
import { seriesKey } from './compare-stored.ts';
import { pointerOf, type Fault, type FaultCode } from './faults.ts';
import { rowOf, type RecordRow } from './record-row.ts';
import type { SentRecord } from './record-schema.ts';

type Parts = NonNullable<Metric['parts']>;

/** A part of a batch, or one that is stored, which has no place in the batch. */
type Count = { part: string; numerator: number; denominator: number; index: number | null };

/** Codes of a metric of which a case has one; nothing of other metrics. */
function partsOfOne(metric: string): Parts | undefined {
  const parts = findMetric(metric)?.parts;
  return parts?.add === 'apart' ? undefined : parts;
}

const at = (index: number, field: string) => pointerOf(['records', index, field]);

/** What is wrong with the parts of one metric, group and period beside each other. */
function faultsTogether({ codes, add }: Parts, counts: readonly Count[]): Fault[] {
  const [first] = counts;
  if (!first) return [];
  const found = first.index === null ? {} : { found: pointerOf(['records', first.index]) };
  const fault = (index: number | null, field: string, code: FaultCode): Fault[] =>
    index === null ? [] : [{ pointer: at(index, field), code, ...found }];
  const others = counts.filter(({ denominator }) => denominator !== first.denominator);
  if (others.length > 0) {
    return others.flatMap(({ index }) => fault(index, 'denominator', 'parts-differ'));
  }
  const sum = counts.reduce((all, { numerator }) => all + numerator, 0);
  const last = counts.at(-1)?.index ?? null;
  if (sum > first.denominator) return fault(last, 'numerator', 'parts-above');
  const isWhole = codes.every((code) => counts.some(({ part }) => part === code));
  const isShort = add === 'to-all' && isWhole && sum < first.denominator;
  return isShort ? fault(last, 'numerator', 'parts-below') : [];
}

const momentOf = (row: RecordRow | CurrentRecord) => {
  const { metric, cohort, mode, dimension, level, period_from: from, period_to: to } = row;
  return [metric, cohort, mode, dimension, level, from, to].join('\n');
};

function countOf(row: RecordRow | CurrentRecord, index: number | null): Count {
  const { part, numerator, denominator } = row;
  return { part, numerator: numerator ?? NaN, denominator: denominator ?? NaN, index };
}

type Placed<Row> = { row: Row; index: number };

function byMoment<Row extends RecordRow | CurrentRecord>(rows: readonly Placed<Row>[]) {
  const found = new Map<string, Placed<Row>[]>();
  for (const placed of rows) {
    const key = momentOf(placed.row);
    const own = found.get(key);
    if (own) own.push(placed);
    else found.set(key, [placed]);
  }
  return found;
}

/** Parts of a batch: each with a code that its metric has, all of one period with one denominator. */
export function checkParts(items: readonly { record: SentRecord; index: number }[]): Fault[] {
  const ofParts = items.filter(({ record }) => partsOfOne(record.metric) !== undefined);
  const alone = ofParts.flatMap(({ record, index }): Fault[] => {
    if (record.kind !== 'proportion') return [{ pointer: at(index, 'kind'), code: 'parts-shares' }];
    if (record.part === undefined) return [{ pointer: at(index, 'part'), code: 'missing' }];
    const codes = partsOfOne(record.metric)?.codes ?? [];
    if (codes.includes(record.part)) return [];
    return [{ pointer: at(index, 'part'), code: 'unknown-part', allowed: listOf(codes) }];
  });
  if (alone.length > 0) return alone;
  const rows = ofParts.map(({ record, index }) => ({ row: rowOf(record), index }));
  return [...byMoment(rows).values()].flatMap((own) => {
    const parts = partsOfOne(own[0]?.row.metric ?? '');
    return parts
      ? faultsTogether(
          parts,
          own.map(({ row, index }) => countOf(row, index)),
        )
      : [];
  });
}

/** In how many groups and periods parts that stand do not fit each other. */
export function countPartsAtOdds(standing: readonly CurrentRecord[]): number {
  const moments = byMoment(standing.map((row, index) => ({ row, index })));
  return [...moments.values()].filter((own) => {
    const parts = partsOfOne(own[0]?.row.metric ?? '');
    const counts = own.map(({ row, index }) => countOf(row, index));
    return parts !== undefined && faultsTogether(parts, counts).length > 0;
  }).length;
}

/** The other parts of the metrics of these rows, to be looked up among what is stored. */
export function siblingsOf(rows: readonly RecordRow[]): RecordRow[] {
  return rows.flatMap((row) =>
    (partsOfOne(row.metric)?.codes ?? [])
      .filter((part) => part !== row.part)
      .map((part) => ({ ...row, part })),
  );
}

/** What is wrong with the parts of a batch beside those stored parts that it does not replace. */
export function checkStoredParts(
  rows: readonly RecordRow[],
  stored: ReadonlyMap<string, readonly CurrentRecord[]>,
): Fault[] {
  const placed = rows.flatMap((row, index) => (partsOfOne(row.metric) ? [{ row, index }] : []));
  return [...byMoment(placed).values()].flatMap((own) => {
    const [first] = own;
    const parts = partsOfOne(first?.row.metric ?? '');
    if (!first || !parts) return [];
    const sent = new Set(own.map(({ row }) => row.part));
    const kept = parts.codes
      .filter((part) => !sent.has(part))
      .flatMap((part) => stored.get(seriesKey({ ...first.row, part })) ?? [])
      .filter((other) => momentOf(other) === momentOf(first.row));
    if (kept.length === 0) return [];
    return faultsTogether(parts, [
      ...kept.map((other) => countOf(other, null)),
      ...own.map(({ row, index }) => countOf(row, index)),
    ]);
  });
}
