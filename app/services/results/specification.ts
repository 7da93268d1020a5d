import { z } from 'zod';
import type { ReadinessReport, ScaleChangeReport } from '#analysis/report/readiness-report.ts';
import { analysisIds } from '../psychometrics/analysis-ids.ts';
import { stepSchema, type StepOutcomes } from '../psychometrics/steps.ts';

/**
 * What one run computes. Waves are never pooled and filters never combined: a filter shows one level
 * of one dimension of the same run, so no two pages can be subtracted from each other.
 */
export const specificationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wave'), waveId: z.uuid(), minimumCellSize: z.int().min(2) }),
  z.strictObject({
    kind: z.literal('change'),
    beforeWaveId: z.uuid(),
    afterWaveId: z.uuid(),
    minimumCellSize: z.int().min(2),
  }),
  z.strictObject({
    kind: z.literal('analysis'),
    waveId: z.uuid(),
    minimumCellSize: z.int().min(2),
    analysis: z.enum(analysisIds),
    /** Waves whose answers are in the table too, for the column `wave`; oldest first. */
    otherWaveIds: z.array(z.uuid()).optional(),
    /** Dimensions whose shown levels are a column of the table. */
    groups: z.array(z.string()),
    steps: z.array(stepSchema),
    /** The one language whose answers are analysed; all of them without it. */
    language: z.string().exactOptional(),
  }),
]);
export type Specification = z.infer<typeof specificationSchema>;

export type AnalysisSpecification = Extract<Specification, { kind: 'analysis' }>;

export type Level = string | null;

export type WaveResult = {
  kind: 'wave';
  report: ReadinessReport;
  /** Answers that wait until showing them points at nobody. */
  waiting: number;
  /** Levels that stay as they were when the wave closed, shown or not, by dimension. */
  kept: Record<string, Level[]>;
  /** Levels that some result has shown, by dimension: a reader may have noted their figures. */
  everShown: Record<string, Level[]>;
};

export type ChangeResult = {
  kind: 'change';
  changes: readonly ScaleChangeReport[] | null;
  /** Tests and effect sizes by scale, of the same pairs; not there in results of older versions. */
  outcomes?: StepOutcomes;
  /** Of Attune, when it was computed. */
  version?: string;
  /** Whole percent of the later wave's answers that carry a key found once in the earlier wave. */
  matchedPercent: number;
  /** Some keys occur twice in a wave: those answers were not paired. */
  hasRepeatedKeys: boolean;
};

export type AnalysisResult = {
  kind: 'analysis';
  /** Rows of the table. */
  n: number;
  outcomes: StepOutcomes;
  /** Of Attune, when it was computed. */
  version?: string;
};

export type RunResult = WaveResult | ChangeResult | AnalysisResult;

export const linkingModes = ['anonymous-linked', 'confidential', 'attributed'] as const;

/** The column that tells the waves of an analysis apart. */
export const waveGroup = 'wave';

/** Site and language are asked of everybody; covariates are those of the study. */
export function dimensionIds(covariates: readonly string[]): string[] {
  return ['site', 'language', ...covariates];
}
