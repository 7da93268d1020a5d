import type { MessagePort } from 'node:worker_threads';
import type { ReadinessInput } from '#analysis/report/readiness-input.ts';
import type { AuditEvidence, EvidenceInput } from '../services/fairness/audit-evidence.ts';
import type { Figures, FiguresInput } from '../services/monitoring/evaluate-figures.ts';
import type { FoundSignals, SignalsInput } from '../services/monitoring/evaluate-watched.ts';
import type {
  Oversight,
  OversightInput,
} from '../services/monitoring/oversight/evaluate-oversight.ts';
import type { FoundOpinion, OpinionInput } from '../services/opinion/find-opinion.ts';
import type { DrawInput, DrawResult } from '../services/recruitment/run-draw.server.ts';
import type { CurvePoint } from '#analysis/themes/coding/learning-curve.ts';
import type { CurveInput } from '../services/themes/curve-of-texts.ts';
import type { DescribedThemes, ThemesInput } from '../services/themes/describe-themes.ts';
import type { DraftInput } from '../services/themes/find-draft.ts';
import type { SuggestedCodes, SuggestionInput } from '../services/themes/suggest-for-texts.ts';
import type { StepsInput } from '../services/psychometrics/run-steps.ts';
import type { StepOutcomes } from '../services/psychometrics/steps.ts';
import type { ReadinessReport } from '#analysis/report/readiness-report.ts';
import type { ThemeResult } from '#analysis/themes/find-themes.ts';

/** Everything a worker can be asked, by kind. Inputs are plain data and typed arrays. */
export type Computations = {
  'readiness-report': { input: ReadinessInput; result: ReadinessReport };
  'panel-draw': { input: DrawInput; result: DrawResult };
  'code-suggestions': { input: SuggestionInput; result: SuggestedCodes[] };
  'suggestion-curve': { input: CurveInput; result: CurvePoint[] };
  'theme-draft': { input: DraftInput; result: ThemeResult };
  'report-themes': { input: ThemesInput; result: DescribedThemes };
  'metric-figures': { input: FiguresInput; result: Figures };
  'audit-evidence': { input: EvidenceInput; result: AuditEvidence };
  monitoring: { input: SignalsInput; result: FoundSignals };
  oversight: { input: OversightInput; result: Oversight };
  opinion: { input: OpinionInput; result: FoundOpinion };
  analysis: { input: StepsInput; result: StepOutcomes };
};
export type ComputationKind = keyof Computations;

export type Task<Kind extends ComputationKind = ComputationKind> = {
  kind: Kind;
  input: Computations[Kind]['input'];
  /** Takes the share of the work done, in [0, 1]. */
  progress: MessagePort;
};
