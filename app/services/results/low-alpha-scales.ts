import type { ScaleReport } from '#analysis/report/readiness-report.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { Reader } from './reader.server.ts';
import { wordOf } from './wording.ts';

/** Below this, scores of small groups are mostly noise (Nunnally & Bernstein 1994, p. 264). */
const lowAlpha = 0.7;

export function scaleTitle(reader: Reader, study: ResultsStudy, scaleId: string): string {
  const scale = study.instrument.scales.find(({ id }) => id === scaleId);
  return scale ? wordOf(reader, study.instrument, scale.title) : scaleId;
}

/** Scales whose alpha says that their scores are mostly noise. */
export function lowAlphaScales(
  reader: Reader,
  study: ResultsStudy,
  scales: readonly ScaleReport[],
): string[] {
  return scales
    .filter(({ alpha }) => alpha.ok && alpha.alpha < lowAlpha)
    .map(({ id }) => scaleTitle(reader, study, id));
}
