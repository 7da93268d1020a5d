import type { Distribution, ItemReport, Withheld } from '#analysis/report/readiness-report.ts';
import type { Member } from '#db/actor.server.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import { missingReasons } from '#surveys/model/answers.ts';
import type { Chart } from '../../components/charts/chart-types.ts';
import type { SortOrder } from '../../http/sort-order.ts';
import { orderedOptions } from './build-readiness-input.ts';
import { itemWarning } from './group-comparability.server.ts';
import { frameOf } from './group-frame.ts';
import {
  columnsOf,
  figureText,
  itemColumns,
  itemFigures,
  type ItemColumn,
  type ItemFigures,
} from './item-figures.ts';
import type { ResultsFilter } from './page-params.ts';
import { presentFrame, type ResultsFrame } from './present-frame.ts';
import { presentItems, type ItemResult } from './present-items.ts';
import type { Reader } from './reader.server.ts';
import { sortItems } from './sort-items.ts';
import { getWaveView, resultsOfGroup, type ShownReport } from './wave-view.server.ts';
import { suppressedText, wordOf } from './wording.ts';

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
  /** Why the answers of this group must not be held against those of another one. */
  warning: string | null;
  charts: Chart[];
  /** Of the table of figures, in the order asked for where the table has that column. */
  columns: readonly ItemColumn[];
  order: SortOrder<ItemColumn>;
  rows: ItemRow[];
  answerTables: AnswerTable[];
  /** Missing answers and reliability are told of everybody together alone. */
  isComplete: boolean;
};

type ItemWithFigures = { figures: ItemFigures; row: ItemRow };

const instrumentOrder: SortOrder<ItemColumn> = { sort: null, direction: 'ascending' };
const belowMinimum: Withheld = { shown: false, reason: 'below-minimum' };

/** The percent of each option, and of everybody together the missing answers. */
function answerCells(
  reader: Reader,
  { percents }: Distribution,
  complete: ItemReport | undefined,
): Record<string, string> {
  const missing = complete?.result.shown ? complete.result.missing : null;
  return Object.fromEntries([
    ...percents.map((percent, index) => [`option-${index}`, reader.percent(percent)] as const),
    ...missingReasons.flatMap((reason) =>
      missing ? [[reason, reader.number(missing[reason], 0)] as const] : [],
    ),
  ]);
}

function itemsOf(
  reader: Reader,
  study: ResultsStudy,
  report: ShownReport,
  items: readonly ItemResult[],
  isComplete: boolean,
): ItemWithFigures[] {
  return study.instrument.items.map((item, index) => {
    const { id } = item;
    const result = items[index]?.result ?? belowMinimum;
    const figures = itemFigures(report, { id, result }, isComplete);
    const head = {
      id,
      stem: wordOf(reader, study.instrument, item.stem),
      isReverseKeyed: item.reverseKeyed,
    };
    if (!result.shown) {
      const withheld = suppressedText(reader, result.reason, study.minimumCellSize);
      return { figures, row: { ...head, withheld, cells: {} } };
    }
    const cells = itemColumns.flatMap((column) => {
      const figure = figures[column];
      return figure ? [[column, figureText(reader, column, figure)] as const] : [];
    });
    const answers = answerCells(reader, result, isComplete ? report.items[index] : undefined);
    const row = { ...head, withheld: null, cells: { ...Object.fromEntries(cells), ...answers } };
    return { figures, row };
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

/** `wanted` sorts the table of figures; charts and answers keep the order of the instrument. */
export async function getItems(
  member: Member,
  reader: Reader,
  studyId: string,
  filter: ResultsFilter,
  wanted: SortOrder<ItemColumn> = instrumentOrder,
): Promise<ItemsPage> {
  const view = await getWaveView(member, { studyId, wave: filter.wave ?? 'newest' });
  const frame = presentFrame(reader, view, filter);
  const isComplete = filter.group === null;
  const columns = columnsOf(isComplete);
  const order = columns.some((column) => column === wanted.sort) ? wanted : instrumentOrder;
  const page = { frame, columns, order, isComplete, warning: null };
  if (!view.report) return { ...page, charts: [], rows: [], answerTables: [] };
  const { items, n } = resultsOfGroup(view.report, filter.group);
  const found = itemsOf(reader, view.study, view.report, items, isComplete);
  const { group } = filter;
  return {
    ...page,
    warning: group ? await itemWarning(member, reader, view, group.dimension) : null,
    charts: presentItems(reader, view.study, items, frameOf(reader, frame, n)),
    rows: sortItems(found, order).map(({ row }) => row),
    answerTables: answerTables(
      reader,
      view.study,
      found.map(({ row }) => row),
    ),
  };
}
