import { countByLevel } from '../numeric/count-by-level.ts';
import { countValuesByLevel } from '../numeric/count-values-by-level.ts';
import { releaseDistributions } from '../suppression/release-distributions.ts';
import type { GroupRelease } from '../suppression/release.ts';
import { describeAnswers } from './describe-answers.ts';
import type { PreparedDimension } from './prepare-dimensions.ts';
import type { ReadinessItem, ReadinessScale } from './readiness-input.ts';
import type { DimensionReport, Distribution, ScoreSummary, Withheld } from './readiness-report.ts';
import type { ScoredScale } from './score-scale.ts';
import { summariseWithheld } from './summarise-withheld.ts';

export interface ReportDimensionInput {
  readonly dimension: PreparedDimension;
  readonly items: readonly ReadinessItem[];
  /** n × k category numbers and the k + 1 offsets. */
  readonly categories: Int16Array;
  readonly firstCategory: Int32Array;
  readonly scales: readonly ReadinessScale[];
  /** In the order of the scales. */
  readonly scored: readonly ScoredScale[];
  readonly minimumCellSize: number;
}

type PerLevel<T> = readonly (T | Withheld)[];

function itemLevels(input: ReportDimensionInput): PerLevel<Distribution>[] {
  const { dimension, items, categories, firstCategory, minimumCellSize } = input;
  const { levels, index, releases } = dimension;
  const m = firstCategory[items.length] ?? 0;
  const { counts } = countByLevel(categories, items.length, m, index, levels.length);
  return items.map((item, i) => {
    const own = levels.map((_, level) => {
      const from = level * m + (firstCategory[i] ?? 0);
      return [...counts.subarray(from, from + item.codes.length)];
    });
    const shown = releaseDistributions({ counts: own, respondents: releases, minimumCellSize });
    const scores = item.answerScores ?? item.scores;
    return shown.map((release, level) => describeAnswers(own[level] ?? [], scores, release));
  });
}

function scaleLevels(input: ReportDimensionInput): PerLevel<ScoreSummary>[] {
  const { dimension, scored, minimumCellSize } = input;
  const { levels, index, releases } = dimension;
  return scored.map((result) => {
    if (!result.ok) return levels.map(() => ({ shown: false, reason: result.reason }));
    const { numbered } = result;
    const counts = countValuesByLevel(numbered, index, levels.length);
    return releaseDistributions({ counts, respondents: releases, minimumCellSize }).map(
      (release, level) => summariseWithheld(numbered.values, counts[level] ?? [], release),
    );
  });
}

function respondentsOf(release: GroupRelease | undefined): GroupRelease {
  return release ?? { shown: false, reason: 'below-minimum' };
}

/**
 * Scales and items by the levels of one dimension, each suppressed for itself.
 *
 * Scores as in `summariseCounts`, items as in `describeAnswers`; which levels are shown is decided per
 * scale and item by `releaseDistributions`.
 *
 * @param input the dimension with its releases, the answers and the scores.
 * @returns one entry per level, hidden ones included, without any number of theirs.
 * @remarks Missing data: each scale and item counts its own answers.
 * @throws as `releaseDistributions`.
 * @see This room's README, "Suppression". Checked by differencing.
 */
export function reportDimension(input: ReportDimensionInput): DimensionReport {
  const { dimension, items, scales } = input;
  const byItem = itemLevels(input);
  const byScale = scaleLevels(input);
  const absent: Withheld = { shown: false, reason: 'below-minimum' };
  return {
    id: dimension.id,
    levels: dimension.levels.map((level, index) => ({
      level,
      respondents: respondentsOf(dimension.releases[index]),
      scales: scales.map(({ id }, s) => ({ id, score: byScale[s]?.[index] ?? absent })),
      items: items.map(({ id }, i) => ({ id, result: byItem[i]?.[index] ?? absent })),
    })),
  };
}
