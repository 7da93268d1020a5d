import type { ScaleChangeReport } from '#analysis/report/readiness-report.ts';
import type { Member } from '#db/actor.server.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { Chart, IntervalChart, IntervalRow } from '../../components/charts/chart-types.ts';
import { getChange, type ChangeView, type NoChangeReason } from './get-change.server.ts';
import { getSurroundings, type Surroundings } from './get-surroundings.server.ts';
import type { ResultsFilter } from './page-params.ts';
import { presentFrame, type ResultsFrame } from './present-frame.ts';
import type { Reader } from './reader.server.ts';
import { scalesByRange } from './scale-range.ts';
import type { ChangeResult } from './specification.ts';
import { estimateText, suppressedText, wordOf } from './wording.ts';
import type { WaveRun } from './ensure-wave-runs.server.ts';

export type ChangeRow = {
  id: string;
  title: string;
  withheld: string | null;
  cells: Record<string, string>;
};

export type ChangePage = {
  frame: ResultsFrame;
  refusal: NoChangeReason | null;
  waves: { before: string; after: string } | null;
  charts: Chart[];
  rows: ChangeRow[];
  remarks: string[];
};

type Waves = { before: string; after: string };

function changeOf(result: ChangeResult, scaleId: string): ScaleChangeReport['change'] | undefined {
  return result.changes?.find(({ id }) => id === scaleId)?.change;
}

function chartRow(
  reader: Reader,
  study: ResultsStudy,
  label: string,
  change: ScaleChangeReport['change'] | undefined,
): IntervalRow {
  if (!change?.shown) {
    const reason = change?.reason ?? 'below-minimum';
    return { label, suppressed: suppressedText(reader, reason, study.minimumCellSize) };
  }
  const [low, high] = change.interval;
  return { label, estimate: change.meanChange, low, high, n: change.n };
}

type Estimated = Extract<IntervalRow, { estimate: number }>;

function finding(reader: Reader, first: Estimated | undefined, decimals: number) {
  const { t } = reader;
  if (!first) return { title: t('change.titleNone'), sentence: t('change.sentenceNone') };
  const signed = (value: number) => reader.signed(value, decimals);
  const isClear = first.low > 0 || first.high < 0;
  const words = { scale: first.label, change: signed(first.estimate) };
  return {
    title: isClear ? t('change.title', words) : t('change.titleSame', words),
    sentence: t('change.sentence', { low: signed(first.low), high: signed(first.high) }),
  };
}

/** As wide as the widest interval needs, on both sides of no change. */
function symmetricRange(rows: readonly Estimated[]): number {
  const widest = Math.max(0.1, ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const step = 10 ** Math.floor(Math.log10(widest));
  return Math.ceil(widest / step) * step;
}

function presentChange(
  reader: Reader,
  study: ResultsStudy,
  result: ChangeResult,
  waves: Waves,
): IntervalChart[] {
  const { t } = reader;
  return scalesByRange(study.instrument).map(({ range, scales }, index) => {
    const rows = scales.map((scale) =>
      chartRow(
        reader,
        study,
        wordOf(reader, study.instrument, scale.title),
        changeOf(result, scale.id),
      ),
    );
    const shown = rows.filter((row): row is Estimated => row.suppressed === undefined);
    const reach = symmetricRange(shown);
    return {
      kind: 'interval',
      id: `change-${index + 1}`,
      ...finding(reader, shown[0], range.decimals),
      subtitle: t('change.subtitle', waves),
      notMeaning: t('change.notMeaning'),
      rowHeading: t('change.row'),
      scale: { low: -reach, high: reach, decimals: range.decimals },
      reference: { label: t('change.reference'), value: 0 },
      rows,
    };
  });
}

function tableRows(reader: Reader, study: ResultsStudy, result: ChangeResult): ChangeRow[] {
  return study.instrument.scales.map((scale) => {
    const title = wordOf(reader, study.instrument, scale.title);
    const change = changeOf(result, scale.id);
    if (!change?.shown) {
      const reason = change?.reason ?? 'below-minimum';
      const withheld = suppressedText(reader, reason, study.minimumCellSize);
      return { id: scale.id, title, withheld, cells: {} };
    }
    const isTiny = change.p < 0.001;
    const cells = {
      n: reader.number(change.n, 0),
      before: reader.number(change.meanBefore, 2),
      after: reader.number(change.meanAfter, 2),
      mean: reader.signed(change.meanChange, 2),
      sd: reader.number(change.sdChange, 2),
      t: reader.number(change.t, 2),
      degreesOfFreedom: reader.number(change.degreesOfFreedom, 0),
      p: `${isTiny ? '< ' : ''}${reader.number(isTiny ? 0.001 : change.p, 3)}`,
      srm: reader.number(change.standardisedResponseMean, 2),
      dAv: estimateText(reader, change.dAv),
    };
    return { id: scale.id, title, withheld: null, cells };
  });
}

function remarksOf({ t, percent }: Reader, result: ChangeResult): string[] {
  const heldBack = Math.max(
    0,
    ...(result.changes ?? []).map(({ change }) => (change.shown ? change.heldBack : 0)),
  );
  return [
    t('change.matched', { percent: percent(result.matchedPercent) }),
    ...(heldBack > 0 ? [t('change.heldBack', { count: heldBack })] : []),
    ...(result.hasRepeatedKeys ? [t('change.repeated')] : []),
  ];
}

function changeFrame(
  reader: Reader,
  view: ChangeView,
  surroundings: Surroundings,
  filter: ResultsFilter,
): ResultsFrame {
  const newest = view.runs.at(-1) ?? null;
  const isRefused = !view.ok && view.reason !== 'waves-not-ready';
  const waiting = view.runs.slice(-2).find(({ run }) => run.state !== 'done');
  const current: WaveRun | null = view.ok
    ? { wave: view.after, run: view.run }
    : (waiting ?? newest);
  const frame = presentFrame(
    reader,
    { ...view, surroundings, current, result: null, report: null },
    { ...filter, group: null },
  );
  if (isRefused) return { ...frame, run: null, content: current ? 'shown' : 'no-answers' };
  const isThere = view.ok && view.run.result !== null;
  return { ...frame, content: current ? (isThere ? 'shown' : 'computing') : 'no-answers' };
}

/** Change within the same people between the two newest waves, or why there is none. */
export async function getChangePage(
  member: Member,
  reader: Reader,
  studyId: string,
  filter: ResultsFilter,
): Promise<ChangePage> {
  const view = await getChange(member, studyId);
  const surroundings = await getSurroundings(member, studyId);
  const frame = changeFrame(reader, view, surroundings, filter);
  const nothing = { frame, waves: null, charts: [], rows: [], remarks: [] };
  if (!view.ok) return { ...nothing, refusal: view.reason };
  const waves = { before: view.before.name, after: view.after.name };
  const result = view.run.result;
  if (result?.kind !== 'change') return { ...nothing, refusal: null, waves };
  return {
    frame,
    refusal: null,
    waves,
    charts: presentChange(reader, view.study, result, waves),
    rows: tableRows(reader, view.study, result),
    remarks: remarksOf(reader, result),
  };
}
