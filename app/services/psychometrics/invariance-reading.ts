import type { NotEstimable } from '#analysis/estimate.ts';
import type { FitVariant } from '#analysis/models/fit/chi-square-fit.ts';
import type { FitChange } from '#analysis/models/invariance/invariance-cutoffs.ts';
import {
  judgeInvariance,
  type InvarianceVerdict,
} from '#analysis/models/invariance/judge-invariance.ts';
import type { InvarianceReport } from '#analysis/models/measurement-invariance.ts';
import type { InvarianceOrdinalReport } from '#analysis/models/ordinal/report-invariance-ordinal.ts';
import type { ItemKind } from './invariance-steps.ts';
import { valueOf, type StepOutcomes } from './steps.ts';

export type InvarianceLevel = 'configural' | 'thresholds' | 'metric' | 'scalar' | 'strict';

type Test = { chiSquare: number; degreesOfFreedom: number; p?: number | null | undefined };

export type InvarianceReadingStep = {
  level: InvarianceLevel;
  test: Test;
  fit: FitVariant & { srmr: number };
  /** Against the step before. */
  nested: Test | null;
  change: FitChange | null;
  verdicts: readonly InvarianceVerdict[];
};

/** Either family's report in one form, up to the step that could not be estimated. */
export type InvarianceReading = {
  items: ItemKind;
  n: number;
  groups: readonly { level: string; n: number }[];
  steps: readonly InvarianceReadingStep[];
  stopped: { level: InvarianceLevel; reason: string } | null;
};

/** A model without degrees of freedom fits exactly. */
function exactly(fit: FitVariant, test: Test): FitVariant {
  if (test.degreesOfFreedom > 0) return fit;
  const rmsea = fit.rmsea ?? { estimate: 0, lower: 0, upper: 0, closeFitP: 1 };
  return { ...fit, cfi: fit.cfi ?? 1, rmsea };
}

const less = (a: number | null | undefined, b: number | null | undefined) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : undefined;

type Fitted = Pick<InvarianceReadingStep, 'level' | 'test' | 'fit'> & { nested: Test | null };

function judged(fitted: readonly Fitted[], n: number): InvarianceReadingStep[] {
  return fitted.map((step, index) => {
    const before = fitted[index - 1];
    if (!before) return { ...step, change: null, verdicts: [] };
    const [a, b] = [before.fit, step.fit];
    const change: FitChange = {
      cfi: less(b.cfi, a.cfi),
      rmsea: less(b.rmsea?.estimate, a.rmsea?.estimate),
      srmr: b.srmr - a.srmr,
    };
    const kind = step.level === 'metric' ? 'loadings' : 'later';
    return { ...step, change, verdicts: judgeInvariance(change, kind, n) };
  });
}

/** The scaled indices: the plain ones of this estimator follow no known distribution. */
function readOrdered(report: InvarianceOrdinalReport): InvarianceReading {
  const n = report.groups.reduce((sum, group) => sum + group.n, 0);
  const fitted = report.steps.map(({ level, fit }, index): Fitted => {
    const test = fit.scaled?.test ?? fit.test;
    const nested = report.comparisons[index - 1]?.test ?? null;
    return {
      level,
      test,
      nested,
      fit: { ...exactly(fit.scaled ?? fit.plain, test), srmr: fit.srmr },
    };
  });
  return { items: 'ordered', n, groups: report.groups, steps: judged(fitted, n), stopped: null };
}

/** The unscaled indices, for which the cut-offs were made. */
function readContinuous(report: Extract<InvarianceReport, { ok: true }>): InvarianceReading {
  const n = report.nUsed;
  const failed = report.steps.find((step) => !step.ok);
  const fitted: Fitted[] = [];
  for (const step of report.steps) {
    if (!step.ok) break;
    const { chiSquare, degreesOfFreedom, p, plain, srmr } = step.fit;
    const test = { chiSquare, degreesOfFreedom, p };
    const nested = report.comparisons.find(({ to }) => to === step.step)?.test ?? null;
    fitted.push({ level: step.step, test, nested, fit: { ...exactly(plain, test), srmr } });
  }
  const stopped = failed?.ok === false ? { level: failed.step, reason: failed.reason } : null;
  return { items: 'continuous', n, groups: report.groups, steps: judged(fitted, n), stopped };
}

export type NoReading = { reason: string };

/** What the models say; the reason where the answers do not determine them. */
export function readInvariance(
  outcomes: StepOutcomes,
  items: ItemKind,
): InvarianceReading | NoReading {
  const outcome = outcomes[items];
  if (outcome && !outcome.ok) return { reason: outcome.code };
  const report = valueOf(outcomes, items) as
    InvarianceOrdinalReport | InvarianceReport | NotEstimable | undefined;
  if (!report) return { reason: 'not-run' };
  if ('ok' in report) return report.ok ? readContinuous(report) : { reason: report.reason };
  return readOrdered(report);
}

/** Of ordered items, or of continuous ones where those were not asked for or cannot be estimated. */
export function readBest(outcomes: StepOutcomes): InvarianceReading | NoReading {
  const ordered = readInvariance(outcomes, 'ordered');
  return isRead(ordered) ? ordered : readInvariance(outcomes, 'continuous');
}

export const isRead = (found: InvarianceReading | NoReading): found is InvarianceReading =>
  'steps' in found;
