import type { Estimate } from '#analysis/estimate.ts';
import type { ItemResult } from './present-items.ts';
import type { Reader } from './reader.server.ts';
import type { ShownReport } from './wave-view.server.ts';
import { estimateText } from './wording.ts';

const groupColumns = ['n', 'mean', 'sd'] as const;

export const itemColumns = [
  ...groupColumns,
  'skewness',
  'kurtosis',
  'floor',
  'ceiling',
  'itemRest',
  'alphaIfDeleted',
] as const;
export type ItemColumn = (typeof itemColumns)[number];

/** Shape and reliability are told of everybody together alone. */
export function columnsOf(isComplete: boolean): readonly ItemColumn[] {
  return isComplete ? itemColumns : groupColumns;
}

/** A withheld item has none. */
export type ItemFigures = Partial<Record<ItemColumn, Estimate>>;

const known = (value: number): Estimate => ({ ok: true, value });

function shapeFigures(report: ShownReport, id: string): ItemFigures {
  const result = report.items.find((item) => item.id === id)?.result;
  if (!result?.shown) return {};
  return {
    skewness: result.skewness,
    kurtosis: result.kurtosis,
    floor: known(result.floorPercent),
    ceiling: known(result.ceilingPercent),
  };
}

/** Of the widest scale the item is in: the whole comes before its parts. */
function reliabilityFigures(report: ShownReport, id: string): ItemFigures {
  const found = report.scales.flatMap(({ items }) => items).find((item) => item.id === id);
  if (!found) return {};
  return { itemRest: found.itemRestCorrelation, alphaIfDeleted: found.alphaIfDeleted };
}

export function itemFigures(
  report: ShownReport,
  { id, result }: ItemResult,
  isComplete: boolean,
): ItemFigures {
  if (!result.shown) return {};
  const moments = { n: known(result.n), mean: known(result.mean), sd: result.sd };
  if (!isComplete) return moments;
  return { ...moments, ...shapeFigures(report, id), ...reliabilityFigures(report, id) };
}

const decimals: Partial<Record<ItemColumn, number>> = { n: 0, alphaIfDeleted: 3 };

export function figureText(reader: Reader, column: ItemColumn, figure: Estimate): string {
  const isPercent = column === 'floor' || column === 'ceiling';
  if (isPercent && figure.ok) return reader.percent(figure.value);
  return estimateText(reader, figure, decimals[column] ?? 2);
}
