import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { Reader } from '../results/reader.server.ts';
import type { WaveResult } from '../results/specification.ts';
import { wordOf } from '../results/wording.ts';
import type { AnalysedStudy } from './study-analysis.ts';

type Dimensions = AnalysedStudy['dimensions'];

/** Levels that the wave's own pages show and whose answers did not stay behind when it closed. */
export function analysableDimensions({ report, kept }: WaveResult): Dimensions {
  if (!report.ok) return [];
  const dimensions = report.dimensions.map(({ id, levels }) => ({
    id,
    levels: levels.flatMap(({ level, respondents, scales }) => {
      const isKept = kept[id]?.includes(level) ?? false;
      if (level === null || !respondents.shown || isKept) return [];
      const hiddenScales = scales.flatMap((scale) => (scale.score.shown ? [] : [scale.id]));
      return [{ level, n: respondents.n, hiddenScales }];
    }),
  }));
  return dimensions.filter(({ levels }) => levels.length > 1);
}

export function analysedStudy(
  reader: Reader,
  study: ResultsStudy,
  dimensions: Dimensions,
): AnalysedStudy {
  const { instrument } = study;
  const scales = instrument.scales.map(({ id, title, items }) => ({
    id,
    title: wordOf(reader, instrument, title),
    items,
  }));
  return { study, scales, dimensions };
}
