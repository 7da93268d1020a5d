import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { Reader } from '../results/reader.server.ts';
import { waveGroup, type WaveResult } from '../results/specification.ts';
import { wordOf } from '../results/wording.ts';
import type { CountedWave } from './counted-waves.server.ts';
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

/** The waves as groups of answers, where there are two of them. */
export function analysableWaves(counted: readonly CountedWave[]): AnalysedStudy['waves'] {
  if (counted.length < 2) return null;
  const levels = counted.map(({ waveId, n }) => ({ level: waveId, n, hiddenScales: [] }));
  return { id: waveGroup, levels };
}

export function analysedStudy(
  reader: Reader,
  study: ResultsStudy,
  { dimensions, waves }: Pick<AnalysedStudy, 'dimensions' | 'waves'>,
): AnalysedStudy {
  const { instrument } = study;
  const scales = instrument.scales.map(({ id, title, items }) => ({
    id,
    title: wordOf(reader, instrument, title),
    items,
  }));
  return { study, scales, dimensions, waves };
}
