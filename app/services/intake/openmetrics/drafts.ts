import type { FaultCode } from '../faults.ts';
import type { Increase } from './increase.ts';
import type { Bucket } from './quantile-of-buckets.ts';
import { quantileOfBuckets } from './quantile-of-buckets.ts';

/** What is gathered of one metric and group until all of its families were read. */
export type Draft = {
  metric: string;
  kind: 'counter' | 'value' | 'mean' | 'quantiles';
  fields: Record<string, unknown>;
  at: readonly string[];
  parts: Map<string, Increase>;
  buckets: Bucket[];
};

const cells = ['tp', 'fp', 'fn', 'tn'];

/** Two counters are a share or a rate, four cells a table of outcomes; anything else is a piece of one. */
function counted({ parts }: Draft): Record<string, unknown> | FaultCode {
  const by = (name: string) => parts.get(name)?.by;
  const names = [...parts.keys()].sort().join(' ');
  if (names === 'cases events') {
    return { kind: 'proportion', numerator: by('events'), denominator: by('cases') };
  }
  if (names === 'events exposure') {
    return { kind: 'rate', events: by('events'), exposure: by('exposure') };
  }
  if (names === cells.toSorted().join(' ')) {
    return { kind: 'confusion', ...Object.fromEntries(cells.map((cell) => [cell, by(cell)])) };
  }
  return 'counter-alone';
}

const method = 'Linear interpolation in buckets of a histogram';

function quantiles({ buckets }: Draft): Record<string, unknown> | FaultCode {
  const n = buckets.reduce((sum, { count }) => sum + count, 0);
  const at = (p: number) => quantileOfBuckets(buckets, p);
  const median = at(0.5);
  if (n > 0 && median === undefined) return 'quantile-beyond-buckets';
  const [q1, q3, p95] = [at(0.25), at(0.75), at(0.95)];
  const said = { q1, q3, p95 };
  const there = Object.entries(said).filter(([, value]) => value !== undefined);
  return { kind: 'quantiles', n, median: median ?? 0, ...Object.fromEntries(there), method };
}

/** What a draft says as a record, or why it cannot be one; null where nothing was counted that has a mean or rate. */
export function recordOf(draft: Draft): Record<string, unknown> | FaultCode | null {
  const { parts, kind } = draft;
  const isNone = (name: string) => parts.get(name)?.by === 0;
  if (isNone('count') || isNone('le +Inf') || (isNone('exposure') && isNone('events'))) return null;
  if (new Set([...parts.values()].map(({ wasReset }) => wasReset)).size > 1) {
    return 'counter-reset-apart';
  }
  switch (kind) {
    case 'counter':
      return counted(draft);
    case 'value':
      return { kind: 'value', value: parts.get('value')?.by };
    case 'mean':
      return parts.has('sum')
        ? { kind: 'mean', n: parts.get('count')?.by, sum: parts.get('sum')?.by }
        : 'counter-alone';
    case 'quantiles':
      return quantiles(draft);
  }
}
