import { notEstimableReasons, type NotEstimableReason } from '#analysis/estimate.ts';
import type { AnalysisReader } from './reader.server.ts';
import type { StepOutcomes } from './steps.ts';

const isReason = (reason: unknown): reason is NotEstimableReason =>
  notEstimableReasons.some((known) => known === reason);

/** The report of a step, NaN having become null; or in words why there is none. */
export function reportOf<Report extends object>(
  { say, t }: AnalysisReader,
  outcomes: StepOutcomes,
  name: string,
): { report: Exclude<Report, { ok: false }>; why?: undefined } | { why: string } {
  const outcome = outcomes[name];
  if (outcome?.ok === false && outcome.code === 'below-minimum') {
    return { why: t('suppressed.below-minimum', { minimum: Number(outcome.values['minimum']) }) };
  }
  if (!outcome?.ok) return { why: say('refused', { code: outcome?.code ?? '' }) };
  const value = outcome.value as { ok?: boolean; reason?: unknown };
  if (value.ok === false) {
    return isReason(value.reason)
      ? { why: say('notEstimable', { reason: t(`notEstimable.${value.reason}`) }) }
      : { why: say('refused', { code: String(value.reason) }) };
  }
  return { report: outcome.value as Exclude<Report, { ok: false }> };
}
