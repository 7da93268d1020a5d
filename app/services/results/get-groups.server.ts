import type { Member } from '#db/actor.server.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { Chart } from '../../components/charts/chart-types.ts';
import { ServiceError } from '../../errors.ts';
import { waveResultOf, type WaveRun } from './ensure-wave-runs.server.ts';
import type { ResultsFilter } from './page-params.ts';
import {
  getGroupComparability,
  type ComparisonNotes,
  type GroupComparability,
} from './group-comparability.server.ts';
import { presentFrame, type ResultsFrame } from './present-frame.ts';
import { presentGroups } from './present-groups.ts';
import { presentTrend } from './present-trend.ts';
import type { Reader } from './reader.server.ts';
import { requestRun } from './request-run.server.ts';
import { scalesByRange } from './scale-range.ts';
import { waveGroup } from './specification.ts';
import { getWaveView, type WaveView } from './wave-view.server.ts';
import { dimensionLabel, levelLabel, suppressedText, wordOf } from './wording.ts';

export type GroupCount = { label: string; count: string };

export type GroupsPage = {
  frame: ResultsFrame;
  by: string;
  dimensions: { id: string; label: string }[];
  charts: Chart[];
  counts: GroupCount[];
  /** Null while there is nothing to compare. */
  comparison: ComparisonNotes | null;
};

function trendCharts(
  reader: Reader,
  study: ResultsStudy,
  runs: readonly WaveRun[],
  { of }: GroupComparability,
): Chart[] {
  const reports = runs.map(({ run }) => waveResultOf(run.result)?.report);
  const scoresOf = (scaleId: string) =>
    reports.map((report) =>
      report?.ok ? report.scales.find(({ id }) => id === scaleId)?.score : undefined,
    );
  return scalesByRange(study.instrument).flatMap(({ scales: all }, index) => {
    const scales = all.filter(({ id }) => of(id) !== null);
    const [scale] = scales;
    if (!scale) return [];
    const lines = scales.map(({ id, title }) => ({
      label: wordOf(reader, study.instrument, title),
      scores: scoresOf(id),
    }));
    const waves = runs.map(({ wave }) => wave);
    const seriesHeading = reader.t('trend.series');
    const id = `waves-${index + 1}`;
    const notes = [reader.t('comparability.sample')];
    return [presentTrend(reader, study, { id, scale, waves, lines, seriesHeading, notes })];
  });
}

function waveCounts(reader: Reader, study: ResultsStudy, runs: readonly WaveRun[]): GroupCount[] {
  return runs.map(({ wave, run }) => {
    const report = waveResultOf(run.result)?.report;
    const hidden = suppressedText(reader, 'below-minimum', study.minimumCellSize);
    return { label: wave.name, count: report?.ok ? reader.number(report.n, 0) : hidden };
  });
}

async function groupPage(member: Member, reader: Reader, view: WaveView, by: string) {
  const report = view.report?.dimensions.find(({ id }) => id === by);
  if (!view.report) return { charts: [], counts: [], comparison: null };
  if (!report) throw new ServiceError('not-found');
  const { study, current } = view;
  const comparability = await getGroupComparability(member, reader, view, by);
  return {
    charts: presentGroups(reader, study, report, current?.wave.name ?? '', comparability),
    comparison: comparability.notes,
    counts: report.levels.map(({ level, respondents }) => ({
      label: levelLabel(reader, study, by, level),
      count: respondents.shown
        ? reader.number(respondents.n, 0)
        : suppressedText(reader, respondents.reason, study.minimumCellSize),
    })),
  };
}

/** Every scale by site, language, covariate or wave, where the answers do not refute that it may be compared. */
export async function getGroups(
  member: Member,
  reader: Reader,
  studyId: string,
  filter: ResultsFilter,
): Promise<GroupsPage> {
  const view = await getWaveView(member, { studyId, wave: filter.wave ?? 'newest' });
  const { study } = view;
  const frame = presentFrame(reader, view, { ...filter, group: null });
  const ids = ['site', 'language', ...study.covariates].filter(
    (id) => !view.report || view.report.dimensions.some((dimension) => dimension.id === id),
  );
  const dimensions = [
    ...ids.map((id) => ({ id, label: dimensionLabel(reader, id) })),
    ...(view.waves.length > 1 ? [{ id: 'wave', label: reader.t('dimension.wave') }] : []),
  ];
  const { by } = filter;
  if (by !== waveGroup) {
    return { frame, by, dimensions, ...(await groupPage(member, reader, view, by)) };
  }
  const { runs } = await requestRun(member, { studyId, wave: 'all' });
  const comparability = await getGroupComparability(member, reader, view, by);
  return {
    ...{ frame, by, dimensions },
    charts: trendCharts(reader, study, runs, comparability),
    counts: waveCounts(reader, study, runs),
    comparison: view.report && comparability.notes,
  };
}
