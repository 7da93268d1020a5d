import type { ReliabilityReport } from '#analysis/reliability/report-reliability.ts';
import type { Finding } from '#surveys/evidence/evidence.ts';
import type { AnalysisId } from '../psychometrics/analysis-ids.ts';
import { valueOf, type StepOutcomes } from '../psychometrics/steps.ts';

export type Found = { n: number; findings: Finding[] };

function ofReliability(outcomes: StepOutcomes): Found | null {
  const report = valueOf(outcomes, 'reliability') as ReliabilityReport | undefined;
  if (!report?.alpha.ok) return null;
  const { alpha, omega, nComplete } = report;
  const total = omega.oneFactor.ok ? omega.oneFactor.omegaImpliedVariance : null;
  const kind = 'internal-consistency';
  const [low, high] = alpha.interval;
  return {
    n: nComplete,
    findings: [
      { kind, coefficient: 'alpha', value: alpha.raw, interval: [low, high] },
      ...(total === null
        ? []
        : [{ kind, coefficient: 'omega', value: total, interval: null } as const]),
    ],
  };
}

/** What a stored run shows of an instrument, as evidence; null where the analysis is no evidence of it. */
export function findingsOfAnalysis(analysis: AnalysisId, outcomes: StepOutcomes): Found | null {
  return analysis === 'reliability' ? ofReliability(outcomes) : null;
}
