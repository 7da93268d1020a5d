import { pointerOf, type Fault } from './faults.ts';
import { countsOf } from './record-counts.ts';
import { partOf } from './record-row.ts';
import type { SentRecord } from './record-schema.ts';

export type Indexed = { record: SentRecord; index: number };

const of = (index: number) => pointerOf(['records', index]);

/** What a record is about, without its group and period. */
const subjectOf = (record: SentRecord) =>
  [record.metric, partOf(record), record.cohort ?? '', record.mode].join('\n');
const groupOf = ({ subgroup }: SentRecord) =>
  subgroup ? `${subgroup.dimension}\n${subgroup.level}` : '';

function grouped(items: readonly Indexed[], keyOf: (record: SentRecord) => string) {
  const groups = new Map<string, Indexed[]>();
  for (const item of items) {
    const key = keyOf(item.record);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Records of one subject and group: the same period twice, or periods that overlap. */
function checkPeriods(items: readonly Indexed[]): Fault[] {
  const inOrder = items.toSorted(
    (a, b) => a.record.period.start.localeCompare(b.record.period.start) || a.index - b.index,
  );
  return inOrder.flatMap((item, position): Fault[] => {
    const before = inOrder[position - 1];
    if (!before || before.record.period.end <= item.record.period.start) return [];
    const isSame =
      before.record.period.start === item.record.period.start &&
      before.record.period.end === item.record.period.end;
    const code = isSame ? 'duplicate' : 'overlaps';
    return [{ pointer: of(item.index), code, found: of(before.index) }];
  });
}

/** Groups of one dimension, together and alone, have at most what the overall record has. */
function checkAgainstOverall(items: readonly Indexed[]): Fault[] {
  const overall = items.find(({ record }) => record.subgroup === undefined);
  if (!overall) return [];
  const most = countsOf(overall.record);
  const dimensions = grouped(
    items.filter(({ record }) => record.subgroup && record.kind === overall.record.kind),
    ({ subgroup }) => subgroup?.dimension ?? '',
  );
  return [...dimensions.values()].flatMap((levels) => {
    const sums: Record<string, number> = {};
    return levels.flatMap(({ record, index }): Fault[] => {
      let isAbove = false;
      for (const [name, count] of Object.entries(countsOf(record))) {
        const limit = most[name] ?? Infinity;
        const total = (sums[name] ?? 0) + count;
        sums[name] = total;
        if (total > limit * (1 + 1e-9)) isAbove = true;
      }
      const code = 'above-overall';
      return isAbove ? [{ pointer: of(index), code, found: of(overall.index) }] : [];
    });
  });
}

/** What is wrong with records beside each other; `index` counts all that were sent. */
export function checkTogether(items: readonly Indexed[]): Fault[] {
  const periodOf = ({ period }: SentRecord) => `${period.start}\n${period.end}`;
  const series = grouped(items, (record) => `${subjectOf(record)}\n${groupOf(record)}`);
  const moments = grouped(items, (record) => `${subjectOf(record)}\n${periodOf(record)}`);
  return [
    ...[...series.values()].flatMap(checkPeriods),
    ...[...moments.values()].flatMap(checkAgainstOverall),
  ];
}
