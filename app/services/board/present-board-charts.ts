import type { LocalText } from '#surveys/model/languages.ts';
import type {
  IntervalChart,
  IntervalRow,
  TrendChart,
} from '../../components/charts/chart-types.ts';
import { drawnScale } from '../results/drawn-scale.ts';
import { groupFinding, type ScoredGroup } from '../results/group-finding.ts';
import { scorePoint, type EstimatedRow } from '../results/present-scales.ts';
import { presentTrend } from '../results/present-trend.ts';
import { scalesByRange } from '../results/scale-range.ts';
import { levelLabel, wordOf } from '../results/wording.ts';
import type { BoardReader } from './board-reader.server.ts';
import { comparableLevels, siteDimension, type StudyView } from './study-view.server.ts';

type Scales = readonly { id: string; title: LocalText }[];

/** What is said of sites: a tested difference where means may be compared, otherwise that there is none. */
function siteWords(reader: BoardReader, view: StudyView, [scale]: Scales, decimals: number) {
  const { board } = reader;
  const { study, newest } = view;
  const levels = siteDimension(newest?.report ?? null)?.levels ?? [];
  const title = scale ? wordOf(reader, study.instrument, scale.title) : '';
  const notMeaning = board('sites.notMeaning');
  const tested = scale ? comparableLevels(view, 'site', scale.id) : null;
  if (!scale || !tested) {
    const sentence = board('sites.each');
    return { title: board('sites.apart', { scale: title }), sentence, notMeaning };
  }
  const groups = levels
    .filter(({ level }) => level !== null && tested.includes(level))
    .map(({ level, respondents, scales: scores }): ScoredGroup => ({
      label: levelLabel(reader, study, 'site', level),
      score: respondents.shown ? scores.find(({ id }) => id === scale.id)?.score : respondents,
    }));
  const words = { scale: title, dimension: board('sites.rowHeading'), notMeaning, isPlain: true };
  return groupFinding(reader, words, groups, decimals);
}

/** Readiness by site and scale in the newest wave; one chart for each axis scales can share. */
export function presentSites(reader: BoardReader, view: StudyView): IntervalChart[] {
  const { study, newest } = view;
  const levels = siteDimension(newest?.report ?? null)?.levels ?? [];
  const { board } = reader;
  return scalesByRange(study.instrument).map(({ range, scales }, index) => {
    const rowsOf = (scale: (typeof scales)[number]) =>
      levels.map(({ level, respondents, scales: scores }): IntervalRow => {
        const score = scores.find(({ id }) => id === scale.id)?.score;
        return {
          label: levelLabel(reader, study, 'site', level),
          series: wordOf(reader, study.instrument, scale.title),
          ...scorePoint(reader, respondents.shown ? score : respondents, study.minimumCellSize),
        };
      });
    const byScale = scales.map(rowsOf);
    const isEstimated = (row: IntervalRow): row is EstimatedRow => row.suppressed === undefined;
    const drawn = drawnScale(reader, range, byScale.flat().filter(isEstimated));
    // All rows of a site together: a suppressed one says so once, not for each scale.
    const rows = levels.flatMap((level, site) =>
      level.respondents.shown
        ? byScale.flatMap((scaleRows) => scaleRows[site] ?? [])
        : (byScale[0] ?? []).slice(site, site + 1).map((row) => ({ ...row, series: '' })),
    );
    return {
      kind: 'interval',
      id: `sites-${study.id}-${index + 1}`,
      ...siteWords(reader, view, scales, range.decimals),
      subtitle: board('sites.subtitle', {
        wave: newest?.wave.name ?? '',
        n: newest?.report ? reader.number(newest.report.n, 0) : '',
        drawn: drawn.remark,
      }),
      rowHeading: board('sites.rowHeading'),
      seriesHeading: board('sites.seriesHeading'),
      scale: drawn.scale,
      rows,
      notes: [reader.t('comparability.sample')],
    };
  });
}

function scoreAt(wave: StudyView['byWave'][number], siteId: string, scaleId: string) {
  const level = siteDimension(wave.report)?.levels.find((candidate) => candidate.level === siteId);
  if (!level) return undefined;
  if (!level.respondents.shown) return level.respondents;
  return level.scales.find(({ id }) => id === scaleId)?.score;
}

/** The whole scale at each site over the waves. */
export function presentSiteTrend(reader: BoardReader, view: StudyView): TrendChart[] {
  const { study, byWave } = view;
  const [scale] = study.instrument.scales;
  if (!scale || byWave.length < 2) return [];
  const chart = presentTrend(reader, study, {
    id: `trend-${study.id}`,
    scale,
    waves: byWave.map(({ wave }) => wave),
    lines: study.sites.map(({ id, name }) => ({
      label: name,
      scores: byWave.map((wave) => scoreAt(wave, id, scale.id)),
    })),
    seriesHeading: reader.t('trend.seriesSite'),
    isCompared: false,
    notes: [reader.t('comparability.sample')],
  });
  const title = wordOf(reader, study.instrument, scale.title);
  return [{ ...chart, title: reader.board('trend.title', { scale: title }) }];
}

/** Every scale at one site over the waves. */
export function presentTrendAtSite(
  reader: BoardReader,
  view: StudyView,
  site: { id: string; name: string },
): TrendChart[] {
  const { study, byWave } = view;
  return scalesByRange(study.instrument).flatMap(({ scales }, index) => {
    const [scale] = scales;
    if (!scale) return [];
    const lines = scales.map(({ id, title }) => ({
      label: wordOf(reader, study.instrument, title),
      scores: byWave.map((wave) => scoreAt(wave, site.id, id)),
    }));
    return [
      presentTrend(reader, study, {
        id: `site-${study.id}-${index + 1}`,
        scale,
        waves: byWave.map(({ wave }) => wave),
        lines,
        seriesHeading: reader.t('trend.series'),
        whom: site.name,
        isCompared: comparableLevels(view, 'wave', scale.id) !== null,
        notes: [reader.t('comparability.sample')],
      }),
    ];
  });
}
