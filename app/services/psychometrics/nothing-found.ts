import type { AnalysisView } from './study-analysis.ts';

/** The page of an analysis that came to no result: why, and nothing that looks like one. */
export function nothingFound(why: string, notMeaning: string): AnalysisView {
  return { findings: [why], notMeaning, cautions: [], charts: [], tables: [], methods: [] };
}
