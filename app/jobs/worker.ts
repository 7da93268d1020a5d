import { runReadinessReport } from '#analysis/run-readiness-report.ts';
import { auditEvidence } from '../services/fairness/audit-evidence.ts';
import { evaluateFigures } from '../services/monitoring/evaluate-figures.ts';
import { findSignals } from '../services/monitoring/evaluate-watched.ts';
import { evaluateOversight } from '../services/monitoring/oversight/evaluate-oversight.ts';
import { findOpinion } from '../services/opinion/find-opinion.ts';
import { runSteps } from '../services/psychometrics/run-steps.ts';
import { runDraw } from '../services/recruitment/run-draw.server.ts';
import { curveOfTexts } from '../services/themes/curve-of-texts.ts';
import { describeThemes } from '../services/themes/describe-themes.ts';
import { findDraft } from '../services/themes/find-draft.ts';
import { suggestForTexts } from '../services/themes/suggest-for-texts.ts';
import type { ComputationKind, Computations, Task } from './worker-contract.ts';

type Controls = { onProgress: (share: number) => void };

const computations: {
  [Kind in ComputationKind]: (
    input: Computations[Kind]['input'],
    controls: Controls,
  ) => Computations[Kind]['result'] | Promise<Computations[Kind]['result']>;
} = {
  'readiness-report': runReadinessReport,
  'panel-draw': runDraw,
  'code-suggestions': suggestForTexts,
  'suggestion-curve': curveOfTexts,
  'theme-draft': findDraft,
  'report-themes': describeThemes,
  'metric-figures': evaluateFigures,
  'audit-evidence': ({ history, question, asOf }) => auditEvidence(history, question, asOf),
  monitoring: findSignals,
  oversight: ({ history, ...asked }) => evaluateOversight(history, asked),
  opinion: findOpinion,
  analysis: runSteps,
};

/**
 * Runs in a thread of its own, built by its own step: it computes and reaches neither database nor
 * configuration. It is cancelled by ending the thread.
 */
export default async function work<Kind extends ComputationKind>({
  kind,
  input,
  progress,
}: Task<Kind>): Promise<Computations[Kind]['result']> {
  try {
    return await computations[kind](input, {
      onProgress: (share) => {
        progress.postMessage(share);
      },
    });
  } finally {
    progress.close();
  }
}
