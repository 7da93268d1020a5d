import type { AnalysisId } from './analysis-ids.ts';
import { reliability } from './reliability.ts';
import type { AnyStudyAnalysis } from './study-analysis.ts';

/** How each analysis reads the address, which families it runs and what it says of their reports. */
export const studyAnalyses: Partial<Record<AnalysisId, AnyStudyAnalysis>> = {
  reliability,
};
