import type { Member } from '#db/actor.server.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { Chart } from '../../components/charts/chart-types.ts';
import { ServiceError } from '../../errors.ts';
import { waveResultOf, type WaveRun } from './ensure-wave-runs.server.ts';
import type { ResultsFilter } from './page-params.ts';
import { presentFrame, type ResultsFrame } from './present-frame.ts';
import { presentGroups } from './present-groups.ts';
import { presentTrend } from './present-trend.ts';
import type { Reader } from './reader.server.ts';
import { requestRun } from './request-run.server.ts';
import { scalesByRange } from './scale-range.ts';
import { getWaveView, type WaveView } from './wave-view.server.ts';
import { dimensionLabel, levelLabel, suppressedText, wordOf } from './wording.ts';

export type GroupCount = { label: string; count: string };

export type GroupsPage = {
  frame: ResultsFrame;
  by: string;
  dimensions: { id: string; label: string }[];
  charts: Chart[];
  counts: GroupCount[];
};

function trendCharts(reader: Reader, study: ResultsStudy, runs: readonly WaveRun[]): Chart[] {
  const reports = runs.map(({ run }) => waveResultOf(run.result)?.report);
  const scoresOf = (scaleId: string) =>
    reports.map((report) =>
      report?.ok ? report.scales.find(({ id }) => id === scaleId)?.score : undefined,
    );
  return scalesByRange(study.instrument).flatMap(({ scales }, index) => {
    const [scale] = scales;
    if (!scale) return [];
    const lines = scales.map(({ id, title }) => ({
      label: wordOf(reader, study.instrument, title),
      scores: scoresOf(id),
    }));
    const waves = runs.map(({ wave }) => wave);
    const seriesHeading = reader.t('trend.series');
    const id = `waves-${index + 1}`;
    return [presentTrend(reader, study, { id, scale, waves, lines, seriesHeading })];
  });
}

function waveCounts(reader: Reader, study: ResultsStudy, runs: readonly WaveRun[]): GroupCount[] {
  return runs.map(({ wave, run }) => {
    const report = waveResultOf(run.result)?.report;
    const hidden = suppressedText(reader, 'below-minimum', study.minimumCellSize);
    return { label: wave.name, count: report?.ok ? reader.number(report.n, 0) : hidden };
  });
}

function groupPage(reader: Reader, view: WaveView, by: string) {
  const report = view.report?.dimensions.find(({ id }) => id === by);
  if (!view.report) return { charts: [], counts: [] };
  if (!report) throw new ServiceError('not-found');
  const { study, current } = view;
  return {
    charts: presentGroups(reader, study, report, current?.wave.name ?? ''),
    counts: report.levels.map(({ level, respondents }) => ({
      label: levelLabel(reader, study, by, level),
      count: respondents.shown
        ? reader.number(respondents.n, 0)
        : suppressedText(reader, respondents.reason, study.minimumCellSize),
    })),
  };
}

/** Every scale by site, language, covariate or wave. */
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
  if (filter.by !== 'wave') {
    return { frame, by: filter.by, dimensions, ...groupPage(reader, view, filter.by) };
  }
  const { runs } = await requestRun(member, { studyId, wave: 'all' });
  return {
    frame,
    by: 'wave',
    dimensions,
    charts: trendCharts(reader, study, runs),
    counts: waveCounts(reader, study, runs),
  };
}
