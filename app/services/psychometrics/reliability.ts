import type { Estimate } from '#analysis/estimate.ts';
import type { ReliabilityReport } from '#analysis/reliability/report-reliability.ts';
import { itemStem } from './item-stem.ts';
import { numberCell } from './number-cell.ts';
import { reportOf } from './report-of.ts';
import { readScale, scaleField } from './scale-params.ts';
import { valueOf } from './steps.ts';
import type { AnalysedScale, AnalysisTable, Cell, Shown, StudyAnalysis } from './study-analysis.ts';

type Params = { scale: AnalysedScale };
type Row = { id: string; value: Cell; interval?: string };

const level = 0.95;

function coefficientRows({ reader }: Shown<Params>, report: ReliabilityReport): Row[] {
  const number = (value: number | null | undefined) => numberCell(reader, value, 3);
  const estimate = (found: Estimate) => number(found.ok ? found.value : null);
  const { alpha, omega, ordinal, guttman, splitHalf, measurementError } = report;
  const { oneFactor } = omega;
  const rows: Row[] = [];
  if (alpha.ok) {
    const [low, high] = alpha.interval.map((bound) => reader.number(bound, 3));
    rows.push({ id: 'alpha', value: number(alpha.raw), interval: `${low ?? ''} – ${high ?? ''}` });
    rows.push({ id: 'standardisedAlpha', value: estimate(alpha.standardised) });
  }
  if (oneFactor.ok) rows.push({ id: 'omega', value: number(oneFactor.omegaImpliedVariance) });
  if (ordinal?.ok && ordinal.model.ok) {
    rows.push({ id: 'categoricalOmega', value: number(ordinal.model.categoricalOmega) });
  }
  for (const found of omega.hierarchical) {
    if ('reason' in found) continue;
    rows.push({ id: 'omegaHierarchical', value: number(found.omegaHierarchical) });
  }
  if (guttman.ok) rows.push({ id: 'lambda2', value: number(guttman.lambda2) });
  if (splitHalf.allSplits.ok) {
    rows.push({ id: 'splitHalf', value: number(splitHalf.allSplits.maximum) });
  }
  if (measurementError.ok) {
    const { standardErrorOfMeanScore: error } = measurementError;
    rows.push({ id: 'measurementError', value: number(error) });
    rows.push({
      id: 'detectableChange',
      value: number(measurementError.smallestDetectableChange95 / report.items.length),
    });
  }
  return rows;
}

function coefficientTable(shown: Shown<Params>, report: ReliabilityReport): AnalysisTable {
  const { say } = shown.reader;
  return {
    id: 'coefficients',
    title: say('reliability.coefficients'),
    columns: [
      { key: 'name', label: say('reliability.coefficient') },
      { key: 'value', label: say('column.value'), numeric: true },
      { key: 'interval', label: say('column.interval'), numeric: true },
      { key: 'meaning', label: say('reliability.reading') },
    ],
    rows: coefficientRows(shown, report).map(({ id, value, interval = '' }) => ({
      name: say(`reliability.name.${id as 'alpha'}`),
      ...{ value, interval },
      meaning: say(`reliability.meaning.${id as 'alpha'}`),
    })),
  };
}

function itemTable(shown: Shown<Params>, report: ReliabilityReport): AnalysisTable {
  const { reader, analysed } = shown;
  const { say } = reader;
  const items = report.alpha.ok ? report.alpha.items : [];
  const cell = (found: Estimate) => numberCell(reader, found.ok ? found.value : null, 3);
  return {
    id: 'items',
    title: say('reliability.items'),
    columns: [
      { key: 'item', label: say('column.item') },
      { key: 'rest', label: say('reliability.itemRest'), numeric: true },
      { key: 'deleted', label: say('reliability.alphaIfDeleted'), numeric: true },
    ],
    rows: items.map(({ name, itemRestCorrelation, alphaIfDeleted }) => ({
      item: itemStem(reader, analysed.study.instrument, name),
      rest: cell(itemRestCorrelation),
      deleted: cell(alphaIfDeleted),
    })),
  };
}

function cautionsOf({ reader }: Shown<Params>, report: ReliabilityReport): string[] {
  const { say } = reader;
  const { alpha, omega } = report;
  const cautions: string[] = [];
  if (report.items.length < 3) cautions.push(say('reliability.twoItems'));
  if (alpha.ok && alpha.raw > 0.95) cautions.push(say('reliability.tooHigh'));
  const cfi = omega.oneFactor.ok ? omega.oneFactor.fit.plain.cfi : undefined;
  if (cfi !== undefined && cfi < 0.95) {
    cautions.push(say('reliability.badFit', { cfi: reader.number(cfi, 3) }));
  }
  if (report.zeroVarianceItems.length > 0) {
    cautions.push(say('reliability.constant', { items: report.zeroVarianceItems.join(', ') }));
  }
  return cautions;
}

/** Internal consistency of a scale by the coefficients a reviewer asks for, each under its name. */
export const reliability: StudyAnalysis<Params> = {
  readParams: (analysed, search) => ({ scale: readScale(analysed, search) }),
  fields: (reader, analysed, { scale }) => [scaleField(reader, analysed, scale)],
  groups: () => [],
  steps: (_reader, _analysed, { scale }) => [
    {
      name: 'reliability',
      family: 'reliability',
      options: {
        items: [...scale.items],
        level,
        groupFactors: scale.items.length >= 9 ? [3] : [],
        draws: 1000,
        seed: 1,
      },
    },
  ],
  present: (shown) => {
    const { reader, outcomes, params } = shown;
    const report = valueOf(outcomes, 'reliability') as ReliabilityReport | undefined;
    const { say } = reader;
    const alpha = report?.alpha;
    if (!report || !alpha?.ok) {
      const why =
        alpha && !alpha.ok
          ? say('notEstimable', { reason: reader.t(`notEstimable.${alpha.reason}`) })
          : (reportOf(reader, outcomes, 'reliability').why ?? '');
      return {
        findings: [why],
        notMeaning: say('reliability.notMeaning'),
        ...{ cautions: [], charts: [], tables: [], methods: [] },
      };
    }
    const [low, high] = alpha.interval;
    return {
      findings: [
        say('reliability.finding', {
          scale: params.scale.title,
          alpha: reader.number(alpha.raw, 2),
          low: reader.number(low, 2),
          high: reader.number(high, 2),
          n: reader.number(report.nComplete, 0),
        }),
        say(alpha.raw >= 0.7 ? 'reliability.enough' : 'reliability.tooLow'),
      ],
      notMeaning: say('reliability.notMeaning'),
      cautions: cautionsOf(shown, report),
      charts: [],
      tables: [coefficientTable(shown, report), itemTable(shown, report)],
      methods: [
        say('reliability.methods', {
          n: reader.number(report.nComplete, 0),
          all: reader.number(report.n, 0),
        }),
      ],
    };
  },
};
