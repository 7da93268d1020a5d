import { addDays } from '../../days.ts';
import { pointerOf, type Fault, type FaultCode } from './faults.ts';
import { cellsOf } from './record-counts.ts';
import type { SentRecord } from './record-schema.ts';

type Found = { path: readonly (string | number)[]; code: FaultCode; allowed?: string };

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

const atMost = (most: number) => `a whole number of at most ${most}`;

function checkLabels({ labels }: SentRecord): Found[] {
  const { eligible, scored, labelled, ascertainment, sampling_probability } = labels ?? {};
  const found: Found[] = [];
  if (scored !== undefined && eligible !== undefined && scored > eligible) {
    found.push({ path: ['labels', 'scored'], code: 'scored-above-eligible' });
  }
  if (labelled !== undefined && scored !== undefined && labelled > scored) {
    found.push({ path: ['labels', 'labelled'], code: 'labelled-above-scored' });
  }
  if (ascertainment === 'sample' && sampling_probability === undefined) {
    found.push({ path: ['labels', 'sampling_probability'], code: 'missing' });
  }
  return found;
}

type Scores = Extract<SentRecord, { kind: 'score-histogram' }>;

/** Σp of a bin lies between its edges times its cases; rounding may cost a little. */
function checkSums({ edges, positives, negatives, sum_p: sums = [] }: Scores): Found[] {
  return sums.flatMap((value, bin): Found[] => {
    const cases = (positives[bin] ?? 0) + (negatives[bin] ?? 0);
    const [low = 0, high = 0] = [edges[bin], edges[bin + 1]];
    const slack = 1e-6 + 1e-3 * cases;
    const isWithin = value >= low * cases - slack && value <= high * cases + slack;
    return isWithin ? [] : [{ path: ['sum_p', bin], code: 'sum-outside-bin' }];
  });
}

function checkScores(record: Scores): Found[] {
  const { edges, positives, negatives, unlabelled, sum_p: sums, labels } = record;
  const found: Found[] = [];
  const falls = edges.findIndex((edge, index) => index > 0 && edge <= (edges[index - 1] ?? edge));
  if (falls > 0) found.push({ path: ['edges', falls], code: 'edges-not-rising' });
  const lists = { positives, negatives, unlabelled, sum_p: sums };
  for (const [name, values] of Object.entries(lists)) {
    if (values !== undefined && values.length !== edges.length - 1) {
      found.push({ path: [name], code: 'bins-differ' });
    }
  }
  if (labels?.labelled !== undefined && sum([...positives, ...negatives]) !== labels.labelled) {
    found.push({ path: ['labels', 'labelled'], code: 'labelled-differs' });
  }
  return found.length > 0 ? found : checkSums(record);
}

function checkInputs(record: Extract<SentRecord, { kind: 'input-histogram' }>): Found[] {
  const { edges, levels, counts } = record;
  if ((edges === undefined) === (levels === undefined)) {
    return [{ path: ['counts'], code: 'edges-or-levels' }];
  }
  const bins = edges === undefined ? (levels ?? []).length : edges.length + 1;
  const falls = (edges ?? []).findIndex(
    (edge, index, all) => index > 0 && edge <= (all[index - 1] ?? edge),
  );
  return [
    ...(bins === counts.length ? [] : [{ path: ['counts'], code: 'bins-differ' } as const]),
    ...(falls > 0 ? [{ path: ['edges', falls], code: 'edges-not-rising' } as const] : []),
  ];
}

function checkKind(record: SentRecord): Found[] {
  switch (record.kind) {
    case 'proportion':
      return record.numerator > record.denominator
        ? [
            {
              path: ['numerator'],
              code: 'numerator-above-denominator',
              allowed: atMost(record.denominator),
            },
          ]
        : [];
    case 'observed-expected':
      return record.observed > record.n
        ? [{ path: ['observed'], code: 'numerator-above-denominator', allowed: atMost(record.n) }]
        : [];
    case 'quantiles': {
      const { q1, median, q3, p95 } = record;
      const rising = [q1, median, q3, p95].filter((value) => value !== undefined);
      const falls = rising.some(
        (value, index) => index > 0 && value < (rising[index - 1] ?? value),
      );
      return falls ? [{ path: ['median'], code: 'quartiles-out-of-order' }] : [];
    }
    case 'confusion': {
      const { tp, fp, fn, tn, labels } = record;
      const differs = labels?.labelled !== undefined && tp + fp + fn + tn !== labels.labelled;
      return differs ? [{ path: ['labels', 'labelled'], code: 'labelled-differs' }] : [];
    }
    case 'score-histogram':
      return checkScores(record);
    case 'input-histogram':
      return checkInputs(record);
    case 'rate':
    case 'mean':
    case 'value':
      return [];
  }
}

export type CheckOptions = {
  /** YYYY-MM-DD of UTC. */
  today: string;
  /** No count from 1 to one less than this is accepted. */
  suppressedBelow?: number | undefined;
};

/** What is wrong with one record that has the right shape: sums, orders, sizes. */
export function checkRecord(
  record: SentRecord,
  index: number,
  { today, suppressedBelow }: CheckOptions,
): Fault[] {
  // A day may have begun earlier elsewhere: a period is accepted from then on.
  const latest = addDays(today, 1);
  const isEarly = record.period.end > latest;
  const upTo = `a day up to ${latest}`;
  const found: Found[] = [
    ...(isEarly
      ? [{ path: ['period', 'end'], code: 'period-in-future', allowed: upTo } as const]
      : []),
    ...checkLabels(record),
    ...checkKind(record),
    ...(suppressedBelow === undefined ? [] : cellsOf(record))
      .filter(({ count }) => count > 0 && count < (suppressedBelow ?? 0))
      .map(
        ({ path }) =>
          ({ path, code: 'small-cell', allowed: `0, or at least ${suppressedBelow}` }) as const,
      ),
  ];
  return found.map(({ path, ...rest }) => ({
    pointer: pointerOf(['records', index, ...path]),
    ...rest,
  }));
}
