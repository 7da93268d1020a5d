import { z } from 'zod';
import { assurances, readAssurance } from '#analysis/monitoring/rules/read-assurance.ts';
import {
  readVariation,
  variations,
  type Variation,
} from '#analysis/monitoring/rules/read-variation.ts';
import type { SubgroupVerdict } from '#analysis/monitoring/subgroups/subgroup-verdict.ts';
import type { Direction } from '#db/schema/monitoring-plan.ts';
import { allOf } from '../all-of.ts';
import type { Evaluation } from './evaluate-metric.ts';
import { dataTypes } from './metric-schema.ts';
import type { PlannedMetric } from './internal.server.ts';
import { isJudgedPart } from './part-periods.ts';

/** What can be said of the newest complete period; words of `monitoring:read`. */
const says = [
  ...(['nothing', 'too-few', 'immature', 'usual', 'improvement', 'concern', 'neutral'] as const),
  ...(['unsuited', 'no-variation', 'risk-unusable', 'other-bins'] as const),
  ...(['no-reference', 'drift-unknown', 'drift', 'no-drift'] as const),
] as const;

/** What a metric's newest complete period says, in no language: kept, and read in any. */
export const findingSchema = z.object({
  says: z.enum(says),
  /** What kind of number the value is. */
  data: z.enum(dataTypes),
  variation: z.enum(variations).nullable(),
  assurance: z.enum(assurances).nullable(),
  /** Null where there is none, and where it would be of few cases. */
  value: z.number().nullable(),
  isFew: z.boolean(),
  /** Empty without a complete period. */
  from: z.string(),
  to: z.string(),
  /** Of a shorter period than the plan asks for. */
  isPart: z.boolean().default(false),
});
export type Finding = z.infer<typeof findingSchema>;
type Said = Omit<Finding, 'data'>;

const better = { up: 'increase', down: 'decrease', neutral: 'neutral' } as const;
const betterOf = (direction: Direction) => better[direction];

const without = (what: Finding['says']): Said => ({
  ...{ says: what, variation: null, assurance: null, value: null, isFew: false },
  ...{ from: '', to: '', isPart: false },
});

type Found = { planned: PlannedMetric; evaluation: Evaluation };

const saysOfVariation: Record<Variation, Finding['says']> = {
  'common-cause': 'usual',
  ...{ 'improvement-high': 'improvement', 'improvement-low': 'improvement' },
  ...{ 'concern-high': 'concern', 'concern-low': 'concern' },
  ...{ 'neutral-high': 'neutral', 'neutral-low': 'neutral' },
};

/** Why there is no chart; of too few numbers otherwise. */
const saysOf: Record<string, Finding['says']> = {
  unsuited: 'unsuited',
  'zero-variance': 'no-variation',
  probability: 'risk-unusable',
};

function ofChart({ planned, evaluation: { chart } }: Found): Said {
  if (chart.points.length === 0) return without('nothing');
  if (!chart.ok) return without(saysOf[chart.reason] ?? 'too-few');
  const latest = chart.points.findLast(
    ({ maturity, shown }) => maturity === 'mature' && shown !== null,
  );
  if (!latest) return without('immature');
  const direction = betterOf(planned.direction);
  const causes = latest.causes.flatMap(({ rule, side }) =>
    rule === 'limit' ? [{ rule: 'beyond-limits' as const, side }] : [{ rule, side }],
  );
  const variation = readVariation(causes, direction);
  const { lower, upper, from, to, isFew } = latest;
  // Sums have limits of their own, which no target is compared with.
  const hasLimits = lower !== null && upper !== null && chart.stages.length > 0;
  return {
    says: saysOfVariation[variation],
    ...{ variation, from, to, isFew, isPart: isJudgedPart(chart, planned.cadence, from) },
    value: isFew || !Number.isFinite(latest.value) ? null : latest.value,
    assurance:
      planned.target !== null && hasLimits
        ? readAssurance({ lower, upper }, planned.target, direction)
        : null,
  };
}

function ofDrift({ planned, evaluation: { chart, drift } }: Found): Said | null {
  if (!drift) return null;
  if (chart.points.length === 0) return without('nothing');
  const last = drift.periods.at(-1);
  if (!drift.reference || !last) return without('no-reference');
  const { from, to, judgement } = last;
  const isPart = isJudgedPart(chart, planned.cadence, from);
  if (!judgement.ok) {
    const isOther = judgement.reason === 'other-bins';
    return { ...without(isOther ? 'other-bins' : 'drift-unknown'), from, to, isPart };
  }
  const found = without(judgement.isSignal ? 'drift' : 'no-drift');
  return { ...found, from, to, isPart, value: judgement.psi };
}

export function findingOf(found: Found): Finding {
  return { data: found.evaluation.data, ...(ofDrift(found) ?? ofChart(found)) };
}

const calm: ReadonlySet<Finding['says']> = new Set(['usual', 'improvement', 'no-drift']);
const concern: ReadonlySet<Finding['says']> = new Set(['concern', 'neutral', 'drift']);

/** Whether the newest period asks for attention: each change beyond chance does, whichever way it went. */
export type Standing = 'concern' | 'calm' | 'silent' | 'unjudged';
export function standingOf(says: Finding['says']): Standing {
  if (concern.has(says)) return 'concern';
  if (calm.has(says)) return 'calm';
  return says === 'nothing' ? 'silent' : 'unjudged';
}

/** Groups that differ from their reference by more than the margin. */
export function gapsOf({ groups }: Evaluation) {
  return groups.flatMap(({ dimension, rows }) =>
    rows
      .filter(({ verdict }) => verdict?.verdict === 'gap')
      .map(({ level }) => ({ dimension, level })),
  );
}

export const comparisons = allOf<'none' | SubgroupVerdict['verdict']>()([
  'none',
  'gap',
  'cannot-tell',
  'no-gap',
]);

/** What the groups of a metric say together: one for whom nothing can be said is no group without a gap. */
export function comparisonOf({ groups }: Evaluation): (typeof comparisons)[number] {
  if (groups.length === 0) return 'none';
  const found = groups.flatMap(({ rows }) => rows.map(({ verdict }) => verdict?.verdict));
  if (found.includes('gap')) return 'gap';
  return found.includes('cannot-tell') || !found.includes('no-gap') ? 'cannot-tell' : 'no-gap';
}
