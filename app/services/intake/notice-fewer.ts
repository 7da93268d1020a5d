import type { CurrentRecord } from '#db/queries/monitoring-record.server.ts';
import type { BatchWarning } from '#db/schema/monitoring-batch.ts';
import { numberOf, numbersOf } from '../monitoring/series.ts';
import type { Change } from './enter-records.server.ts';

type Counted = Pick<CurrentRecord, 'kind' | 'denominator' | 'detail'>;

/** How many cases, or how much exposure, a record rests on; NaN where it does not say. */
function casesIn({ kind, denominator, detail }: Counted): number {
  const sum = (names: readonly string[]) =>
    names.flatMap((name) => numbersOf(detail, name)).reduce((all, count) => all + count, 0);
  switch (kind) {
    case 'confusion':
      return ['tp', 'fp', 'fn', 'tn'].reduce((all, cell) => all + numberOf(detail, cell), 0);
    case 'score-histogram':
      return sum(['positives', 'negatives', 'unlabelled']);
    case 'input-histogram':
      return sum(['counts']);
    case 'observed-expected':
    case 'quantiles':
    case 'value':
      return numberOf(detail, 'n');
    default:
      return denominator ?? NaN;
  }
}

/**
 * Records in the place of others that rest on fewer than half as many cases, which is seldom meant: half a file, or
 * another unit. Not how many there are: who may only send is told nothing that stands.
 */
export function noticeFewer(changes: readonly Change[]): BatchWarning[] {
  return changes.flatMap(({ record, replaced, index }) => {
    const isFewer = replaced?.kind === record.kind && casesIn(record) * 2 < casesIn(replaced);
    if (!isFewer) return [];
    const { metric, part, dimension, level, period_from: start, period_to: end } = record;
    const of = {
      ...(part === '' ? {} : { part }),
      ...(dimension === '' ? {} : { dimension, level }),
    };
    return [{ code: 'fewer-than-half', record: index, detail: { metric, ...of, start, end } }];
  });
}
