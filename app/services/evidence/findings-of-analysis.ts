import type { CfaReport } from '#analysis/models/confirmatory-factor-analysis.ts';
import type { CfaOrdinalReport } from '#analysis/models/ordinal/report-cfa-ordinal.ts';
import type { ReliabilityReport } from '#analysis/reliability/report-reliability.ts';
import type { Finding } from '#surveys/evidence/evidence.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { decideComparability, type Comparability } from '../psychometrics/comparability.ts';
import { judgedVariant } from '../psychometrics/confirmatory/fit-verdicts.ts';
import { fittedContinuous } from '../psychometrics/confirmatory/fitted-continuous.ts';
import type { FittedModel } from '../psychometrics/confirmatory/fitted-model.ts';
import { fittedOrdered } from '../psychometrics/confirmatory/fitted-ordered.ts';
import { isRead, readBest } from '../psychometrics/invariance-reading.ts';
import { valueOf, type StepOutcomes } from '../psychometrics/steps.ts';
import type { AnalysisSpecification } from '../results/specification.ts';

/** Of one language version; of the language that was analysed where none is named. */
export type Found = { language?: string; n: number; findings: Finding[] };

type Run = { specification: AnalysisSpecification; outcomes: StepOutcomes; instrument: Instrument };

/** The scale whose items were analysed, by its title in the source language. */
function scaleOf({ items }: ReliabilityReport, instrument: Instrument): string {
  const same = instrument.scales.find((scale) => scale.items.join() === items.join());
  return same?.title[instrument.sourceLanguage] ?? items.join(', ');
}

function ofReliability({ outcomes, instrument }: Run): Found[] {
  const report = valueOf(outcomes, 'reliability') as ReliabilityReport | undefined;
  if (!report?.alpha.ok) return [];
  const { alpha, omega, nComplete } = report;
  const total = omega.oneFactor.ok ? omega.oneFactor.omegaImpliedVariance : null;
  const about = { kind: 'internal-consistency', scale: scaleOf(report, instrument) } as const;
  const [low, high] = alpha.interval;
  const findings: Finding[] = [
    { ...about, coefficient: 'alpha', value: alpha.raw, interval: [low, high] },
  ];
  if (total !== null) {
    findings.push({ ...about, coefficient: 'omega', value: total, interval: null });
  }
  return [{ n: nComplete, findings }];
}

function fittedModel(outcomes: StepOutcomes): FittedModel | undefined {
  const report = valueOf(outcomes, 'model') as CfaReport | CfaOrdinalReport | undefined;
  if (!report || 'reason' in report) return undefined;
  return 'ok' in report ? fittedContinuous(report) : fittedOrdered(report);
}

/** By the variant of the indices for which the cut-offs fit best. */
function ofConfirmatory({ specification, outcomes }: Run): Found[] {
  const model = fittedModel(outcomes);
  const variant = model && judgedVariant(model);
  if (!variant || model.degreesOfFreedom <= 0) return [];
  const { model: text, estimator } = specification.steps[0]?.options ?? {};
  const indices = { cfi: variant.cfi ?? null, tli: variant.tli ?? null, srmr: model.srmr };
  const finding: Finding = {
    ...{
      kind: 'structure',
      model: text as string,
      estimator: `${estimator as string}, ${variant.name}`,
    },
    ...{ ...indices, rmsea: variant.rmsea?.estimate ?? null, items: model.items.length },
    isProper: model.warnings.every(({ code }) => code === 'empty-cells'),
  };
  return [{ n: model.n, findings: [finding] }];
}

type DecidingStep = Extract<Comparability, { state: 'refuted' }>['step'];
type Reached = Extract<Finding, { kind: 'invariance' }>['reached'];

/** What still held before the step that fails; subscales that fail leave the scale's loadings. */
const reachedBefore: Record<DecidingStep, Reached> = {
  ...{ configural: null, thresholds: 'configural', metric: 'configural' },
  ...{ scalar: 'metric', part: 'metric' },
};

/** Of every language beside the source: what was reached of all the groups together. */
function ofInvariance({ specification, outcomes, instrument }: Run): Found[] {
  const { sourceLanguage } = instrument;
  const reading = readBest(outcomes);
  const isByLanguage = specification.groups[0] === 'language';
  if (!isByLanguage || !isRead(reading)) return [];
  const source = reading.groups.find(({ level }) => level === sourceLanguage);
  const decided = decideComparability({ reading, partial: null });
  if (!source || decided.state === 'not-testable') return [];
  const isPartial = specification.steps.some(
    ({ options }) => Array.isArray(options['partial']) && options['partial'].length > 0,
  );
  const holds = isPartial ? 'partial-scalar' : 'scalar';
  const reached = decided.state === 'refuted' ? reachedBefore[decided.step] : holds;
  const others = reading.groups.filter(({ level }) => level !== sourceLanguage);
  return others.map(({ level, n }) => ({
    language: level,
    n: n + source.n,
    findings: [
      {
        ...{ kind: 'invariance', comparedWith: sourceLanguage, reached },
        smallestGroup: Math.min(n, source.n),
      },
    ],
  }));
}

/** What a stored run shows of an instrument, as evidence; nothing where it is no evidence of it. */
export function findingsOfAnalysis(run: Run): Found[] {
  switch (run.specification.analysis) {
    case 'reliability':
      return ofReliability(run);
    case 'confirmatory':
      return ofConfirmatory(run);
    case 'invariance':
      return ofInvariance(run);
    case 'dimensions':
    case 'factors':
    case 'item-response':
    case 'item-functioning':
    case 'known-groups':
    case 'mixed-model':
    case 'change':
      return [];
  }
}
