import type { ScoreSummary } from '#analysis/report/readiness-report.ts';
import { lowAlphaScales } from '../results/low-alpha-scales.ts';
import { originNote, pilotLanguages } from '../results/present-frame.ts';
import { scaleRange } from '../results/scale-range.ts';
import { linkingModes } from '../results/specification.ts';
import { levelLabel } from '../results/wording.ts';
import type { BoardReader } from './board-reader.server.ts';
import { cannotCompare } from './cannot-compare.ts';
import { siteDimension, type StudyView } from './study-view.server.ts';

/** An interval wider than this share of the scale says little about where the mean lies. */
const wideShare = 0.125;
/** Below this share of those invited, the silent outnumber the answers. */
const lowResponse = 0.5;

type Levels = NonNullable<ReturnType<typeof siteDimension>>['levels'];

function isWide(score: ScoreSummary, width: number): boolean {
  return score.interval !== null && score.interval[1] - score.interval[0] > wideShare * width;
}

function aboutSites(reader: BoardReader, view: StudyView): string[] {
  const { study, newest } = view;
  const levels: Levels = siteDimension(newest?.report ?? null)?.levels ?? [];
  const label = ({ level }: Levels[number]) => levelLabel(reader, study, 'site', level);
  const hidden = levels.filter(({ level, respondents }) => level !== null && !respondents.shown);
  const wide = levels.filter(({ scales }) =>
    scales.some(({ id, score }) => {
      const scale = study.instrument.scales.find((candidate) => candidate.id === id);
      if (!scale || !score.shown) return false;
      const { low, high } = scaleRange(study.instrument, scale);
      return isWide(score, high - low);
    }),
  );
  const { board, names } = reader;
  return [
    ...(hidden.length > 0
      ? [board('cannot.hiddenSites', { sites: names(hidden.map(label)) })]
      : []),
    ...(wide.length > 0 ? [board('cannot.wide', { sites: names(wide.map(label)) })] : []),
    ...(levels.length > 1 ? cannotCompare(reader, view, 'site') : []),
  ];
}

function aboutResponse(reader: BoardReader, { progress }: StudyView): string[] {
  const { board, percent } = reader;
  if (!progress) return [];
  const { invited, complete, rate, hasImports } = progress;
  if (!complete.shown || hasImports) return [];
  if (invited < complete.n) return [board('cannot.openLink')];
  return rate !== null && rate < lowResponse
    ? [board('cannot.lowResponse', { percent: percent(100 * rate) })]
    : [];
}

function aboutWaves(reader: BoardReader, view: StudyView): string[] {
  const { board } = reader;
  const { study, waves } = view;
  if (waves.length < 2) return [board('cannot.oneWave')];
  const canLink = linkingModes.some((mode) => mode === study.responseMode);
  const unlinked = canLink ? [] : [board('cannot.notLinked')];
  return [...cannotCompare(reader, view, 'wave'), ...unlinked];
}

function aboutWording(reader: BoardReader, view: StudyView): string[] {
  const { board, names } = reader;
  const { study, newest } = view;
  const pilots = pilotLanguages(study);
  const scales = newest?.report ? lowAlphaScales(reader, study, newest.report.scales) : [];
  return [
    ...(pilots.length > 0 ? [board('cannot.pilot', { languages: names(pilots) })] : []),
    ...(study.languages.length > 1 ? cannotCompare(reader, view, 'language') : []),
    ...(scales.length > 0 ? [board('cannot.lowAlpha', { scales: names(scales) })] : []),
  ];
}

/** What the board must not read into the figures, each as a sentence of its own. */
export function cannotConclude(reader: BoardReader, view: StudyView): string[] {
  const { board } = reader;
  const origin = originNote(view.waves);
  const isWaiting = (view.newest?.result?.waiting ?? 0) > 0;
  return [
    ...(origin ? [board(`cannot.${origin}`)] : []),
    ...aboutSites(reader, view),
    ...aboutResponse(reader, view),
    ...(isWaiting ? [board('cannot.waiting')] : []),
    ...aboutWaves(reader, view),
    ...aboutWording(reader, view),
    board('cannot.cause'),
  ];
}
