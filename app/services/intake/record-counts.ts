import type { SentRecord } from './record-schema.ts';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** The counts of a record that add up over groups, by name. */
export function countsOf(record: SentRecord): Record<string, number> {
  switch (record.kind) {
    case 'proportion':
      return { numerator: record.numerator, denominator: record.denominator };
    case 'rate':
      return { events: record.events, exposure: record.exposure };
    case 'mean':
    case 'quantiles':
      return { n: record.n };
    case 'value':
      return record.n === undefined ? {} : { n: record.n };
    case 'observed-expected':
      return { n: record.n, observed: record.observed };
    case 'confusion': {
      const { tp, fp, fn, tn } = record;
      return { tp, fp, fn, tn };
    }
    case 'score-histogram':
      return { positives: sum(record.positives), negatives: sum(record.negatives) };
    case 'input-histogram':
      return { counts: sum(record.counts) };
  }
}

/** Every single count that could tell of few people, with the path to it within the record. */
export function cellsOf(record: SentRecord): { path: (string | number)[]; count: number }[] {
  const list = (name: string, values: readonly number[] = []) =>
    values.map((count, index) => ({ path: [name, index], count }));
  if (record.kind === 'score-histogram') {
    return [
      ...list('positives', record.positives),
      ...list('negatives', record.negatives),
      ...list('unlabelled', record.unlabelled),
    ];
  }
  if (record.kind === 'input-histogram') return list('counts', record.counts);
  return Object.entries(countsOf(record))
    .filter(([name]) => name !== 'exposure')
    .map(([name, count]) => ({ path: [name], count }));
}
