import type { ScaleReport } from '#analysis/report/readiness-report.ts';
import type { Member } from '#db/actor.server.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { Chart } from '../../components/charts/chart-types.ts';
import { frameOf } from './group-frame.ts';
import type { ResultsFilter } from './page-params.ts';
import { lowAlphaScales, scaleTitle } from './low-alpha-scales.ts';
import { presentFrame, type ResultsFrame } from './present-frame.ts';
import { presentScales } from './present-scales.ts';
import type { Reader } from './reader.server.ts';
import { getWaveView, resultsOfGroup } from './wave-view.server.ts';
import { estimateText, suppressedText, wordOf } from './wording.ts';

export type ScaleItemRow = { id: string; stem: string; itemRest: string; alphaIfDeleted: string };

export type ReliabilityRow = {
  id: string;
  title: string;
  items: string;
  withheld: string | null;
  n: string;
  alpha: string;
  interval: string;
  standardised: string;
  note: string | null;
  itemRows: ScaleItemRow[];
};

export type ScalesPage = {
  frame: ResultsFrame;
  charts: Chart[];
  reliability: ReliabilityRow[];
  /** Of the first scale that has one. */
  alphaSentence: string | null;
  lowScales: string[];
};

function itemRows(reader: Reader, study: ResultsStudy, scale: ScaleReport): ScaleItemRow[] {
  return scale.items.map(({ id, itemRestCorrelation, alphaIfDeleted }) => {
    const item = study.instrument.items.find((candidate) => candidate.id === id);
    return {
      id,
      stem: item ? wordOf(reader, study.instrument, item.stem) : id,
      itemRest: estimateText(reader, itemRestCorrelation),
      alphaIfDeleted: estimateText(reader, alphaIfDeleted, 3),
    };
  });
}

function reliabilityRow(reader: Reader, study: ResultsStudy, scale: ScaleReport): ReliabilityRow {
  const { alpha } = scale;
  const length = study.instrument.scales.find(({ id }) => id === scale.id)?.items.length ?? 0;
  const base = {
    id: scale.id,
    title: scaleTitle(reader, study, scale.id),
    items: reader.number(length, 0),
    itemRows: itemRows(reader, study, scale),
  };
  if (!alpha.ok) {
    const withheld = suppressedText(reader, alpha.reason, study.minimumCellSize);
    return { ...base, withheld, n: '', alpha: '', interval: '', standardised: '', note: null };
  }
  const [low, high] = alpha.interval.map((bound) => reader.number(bound, 3));
  const items = alpha.zeroVarianceItems.join(' ');
  const { standardised } = alpha;
  // Some items alone were answered alike: "everybody gave the same answer" would be wrong of the scale.
  const isUndefined = !standardised.ok && standardised.reason === 'zero-variance';
  return {
    ...base,
    withheld: null,
    n: reader.number(alpha.n, 0),
    alpha: reader.number(alpha.alpha, 3),
    interval: `${low ?? ''} – ${high ?? ''}`,
    standardised: isUndefined
      ? reader.t('scales.noStandardised')
      : estimateText(reader, standardised, 3),
    note: items === '' ? null : reader.t('scales.zeroVariance', { items }),
  };
}

function alphaSentence(reader: Reader, study: ResultsStudy, scales: readonly ScaleReport[]) {
  const first = scales.find(({ alpha }) => alpha.ok);
  if (!first?.alpha.ok) return null;
  const { alpha, interval } = first.alpha;
  return reader.t('scales.alphaSentence', {
    scale: scaleTitle(reader, study, first.id),
    alpha: reader.number(alpha, 2),
    low: reader.number(interval[0], 2),
    high: reader.number(interval[1], 2),
  });
}

export async function getScales(
  member: Member,
  reader: Reader,
  studyId: string,
  filter: ResultsFilter,
): Promise<ScalesPage> {
  const view = await getWaveView(member, { studyId, wave: filter.wave ?? 'newest' });
  const frame = presentFrame(reader, view, filter);
  const { study, report } = view;
  if (!report) return { frame, charts: [], reliability: [], alphaSentence: null, lowScales: [] };
  const { scales, n } = resultsOfGroup(report, filter.group);
  return {
    frame,
    charts: presentScales(reader, study, scales, frameOf(reader, frame, n)),
    reliability: report.scales.map((scale) => reliabilityRow(reader, study, scale)),
    alphaSentence: alphaSentence(reader, study, report.scales),
    lowScales: lowAlphaScales(reader, study, report.scales),
  };
}
