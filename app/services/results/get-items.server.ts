import type { ItemReport } from '#analysis/report/readiness-report.ts';
import type { Member } from '#db/actor.server.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import { missingReasons } from '#surveys/model/answers.ts';
import type { Chart } from '../../components/charts/chart-types.ts';
import { orderedOptions } from './build-readiness-input.ts';
import { frameOf } from './group-frame.ts';
import type { ResultsFilter } from './page-params.ts';
import { presentFrame, type ResultsFrame } from './present-frame.ts';
import { presentItems, type ItemResult } from './present-items.ts';
import type { Reader } from './reader.server.ts';
import { getWaveView, resultsOfGroup, type ShownReport } from './wave-view.server.ts';
import { estimateText, suppressedText, wordOf } from './wording.ts';

/** A row of the item table, ready to read; a withheld item has its reason alone. */
export type ItemRow = {
  id: string;
  stem: string;
  isReverseKeyed: boolean;
  withheld: string | null;
  cells: Record<string, string>;
};

/** Items that share their options, so that the percent of each option has a column. */
export type AnswerTable = { id: string; options: string[]; rows: ItemRow[] };

export type ItemsPage = {
  frame: ResultsFrame;
  charts: Chart[];
  rows: ItemRow[];
  answerTables: AnswerTable[];
  /** Missing answers and reliability are told of everybody together alone. */
  isComplete: boolean;
};

function momentCells(reader: Reader, result: Extract<ItemResult['result'], { shown: true }>) {
  return {
    n: reader.number(result.n, 0),
    mean: reader.number(result.mean, 2),
    sd: estimateText(reader, result.sd),
    ...Object.fromEntries(
      result.percents.map((percent, index) => [`option-${index}`, reader.percent(percent)]),
    ),
  };
}

function completeCells(reader: Reader, { result }: ItemReport): Record<string, string> {
  if (!result.shown) return {};
  return {
    ...Object.fromEntries(
      missingReasons.map((reason) => [reason, reader.number(result.missing[reason], 0)]),
    ),
    skewness: estimateText(reader, result.skewness),
    kurtosis: estimateText(reader, result.kurtosis),
    floor: reader.percent(result.floorPercent),
    ceiling: reader.percent(result.ceilingPercent),
  };
}

/** Of the widest scale the item is in: the whole comes before its parts. */
function reliabilityCells(reader: Reader, report: ShownReport, id: string): Record<string, string> {
  const found = report.scales.flatMap(({ items }) => items).find((item) => item.id === id);
  if (!found) return {};
  return {
    itemRest: estimateText(reader, found.itemRestCorrelation),
    alphaIfDeleted: estimateText(reader, found.alphaIfDeleted, 3),
  };
}

function rowsOf(
  reader: Reader,
  study: ResultsStudy,
  report: ShownReport,
  items: readonly ItemResult[],
  isComplete: boolean,
): ItemRow[] {
  return study.instrument.items.map((item, index) => {
    const result = items[index]?.result;
    const complete = report.items[index];
    const base = {
      id: item.id,
      stem: wordOf(reader, study.instrument, item.stem),
      isReverseKeyed: item.reverseKeyed,
    };
    if (!result?.shown) {
      const reason = result?.reason ?? 'below-minimum';
      return {
        ...base,
        withheld: suppressedText(reader, reason, study.minimumCellSize),
        cells: {},
      };
    }
    const rest =
      isComplete && complete
        ? { ...completeCells(reader, complete), ...reliabilityCells(reader, report, item.id) }
        : {};
    return { ...base, withheld: null, cells: { ...momentCells(reader, result), ...rest } };
  });
}

function answerTables(
  reader: Reader,
  { instrument }: ResultsStudy,
  rows: readonly ItemRow[],
): AnswerTable[] {
  const optionSets = [...new Set(instrument.items.map(({ optionSet }) => optionSet))];
  return optionSets.map((id) => ({
    id,
    options: orderedOptions(instrument, id).map(({ label }) => wordOf(reader, instrument, label)),
    rows: rows.filter((_, index) => instrument.items[index]?.optionSet === id),
  }));
}

export async function getItems(
  member: Member,
  reader: Reader,
  studyId: string,
  filter: ResultsFilter,
): Promise<ItemsPage> {
  const view = await getWaveView(member, { studyId, wave: filter.wave ?? 'newest' });
  const frame = presentFrame(reader, view, filter);
  const isComplete = filter.group === null;
  if (!view.report) return { frame, charts: [], rows: [], answerTables: [], isComplete };
  const { items, n } = resultsOfGroup(view.report, filter.group);
  const rows = rowsOf(reader, view.study, view.report, items, isComplete);
  return {
    frame,
    charts: presentItems(reader, view.study, items, frameOf(reader, frame, n)),
    rows,
    answerTables: answerTables(reader, view.study, rows),
    isComplete,
  };
}
