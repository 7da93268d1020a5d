import { metricPacks } from '../../monitoring/metrics.ts';
import { recordCode } from '../../monitoring/series.ts';
import type { Family } from './exposition.ts';

export const familyPrefix = 'attune_';

/** What a family counts of a metric: a part of a pair, or the whole of it. */
export type CounterRole = 'events' | 'cases' | 'exposure' | 'confusion';
export type Meaning =
  | { metric: string; kind: 'counter'; role: CounterRole }
  | { metric: string; kind: 'value' | 'mean' | 'quantiles' };

const packed = new Map(
  metricPacks.flatMap(({ metrics }) =>
    metrics.map(({ code }) => [recordCode(code).replaceAll('-', '_'), recordCode(code)] as const),
  ),
);

/** Code of a pack, whose hyphens no name of a family may have, or the name as it is. */
function metricOf(name: string, unit: string): string {
  const bare = unit === '' ? name : name.slice(0, -unit.length - 1);
  return packed.get(name) ?? packed.get(bare) ?? name;
}

/**
 * What a family means by its name and type. `attune_override_events` and `attune_override_cases` are one share;
 * with `_exposure` in place of `_cases` a rate; a histogram is a mean, one called `_quantiles` quantiles;
 * a gauge is the number itself. Nothing for families that are none of ours.
 */
export function meaningOf({ name, type, unit }: Family): Meaning | null {
  if (!name.startsWith(familyPrefix)) return null;
  const own = name.slice(familyPrefix.length);
  if (type === 'counter') {
    if (own === 'confusion') return { metric: own, kind: 'counter', role: 'confusion' };
    const [, code, role] = /^(.+)_(events|cases|exposure)$/.exec(own) ?? [];
    if (code === undefined) return null;
    return { metric: metricOf(code, ''), kind: 'counter', role: role as CounterRole };
  }
  if (type === 'gauge') return { metric: metricOf(own, unit), kind: 'value' };
  if (type !== 'histogram') return null;
  const [, code] = /^(.+)_quantiles$/.exec(own) ?? [];
  if (code !== undefined) return { metric: metricOf(code, ''), kind: 'quantiles' };
  return { metric: metricOf(own, unit), kind: 'mean' };
}
