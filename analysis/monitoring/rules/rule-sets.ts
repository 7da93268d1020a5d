import { beyondLimits } from './beyond-limits.ts';
import type { RulePredicate } from './rule.ts';
import { sevenPointShift } from './seven-point-shift.ts';
import { sevenPointTrend } from './seven-point-trend.ts';
import { twoOfThreeBeyondTwoSigma } from './two-of-three-beyond-two-sigma.ts';

/** The predicates by name, in the order in which they name a point. */
export const rulePredicates = {
  'beyond-limits': beyondLimits,
  'seven-point-trend': sevenPointTrend,
  'two-of-three': twoOfThreeBeyondTwoSigma,
  'seven-point-shift': sevenPointShift,
} as const satisfies Record<string, RulePredicate>;

export type RuleName = keyof typeof rulePredicates;

export interface RuleSet {
  readonly rules: readonly RuleName[];
  /** Changes when a rule of the set does: stored with every signal. */
  readonly version: string;
}

/** NHS England's Making Data Count, seven points; and the two rules that alert a board. */
export const ruleSets = {
  'nhs-seven': {
    rules: ['beyond-limits', 'seven-point-trend', 'two-of-three', 'seven-point-shift'],
    version: '2026-11',
  },
  'board-alert': { rules: ['beyond-limits', 'seven-point-shift'], version: '2026-11' },
  'limits-alone': { rules: ['beyond-limits'], version: '2026-11' },
} as const satisfies Record<string, RuleSet>;

export type RuleSetName = keyof typeof ruleSets;

export const ruleSetNames = [
  'nhs-seven',
  'board-alert',
  'limits-alone',
] as const satisfies readonly RuleSetName[];
