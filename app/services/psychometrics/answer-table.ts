import type { NumberColumn, Table, TextColumn } from '#analysis/table/table.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import type { CollectedResponses } from '../results/collect-responses.server.ts';
import { readinessItems } from '../results/build-readiness-input.ts';
import { modelNames } from './model-names.ts';
import { scoreColumns } from './score-columns.ts';

export type Grouping = {
  /** Name of the column. */
  name: string;
  /** One per row; null where the group is not stated or not shown. */
  levels: readonly (string | null)[];
};

function itemColumn(
  rows: CollectedResponses,
  width: number,
  column: number,
  scoreOf: Map<number, number>,
) {
  const values = Float64Array.from({ length: rows.n }, (_, row) => {
    return scoreOf.get(rows.codes[row * width + column] ?? NaN) ?? NaN;
  });
  return { kind: 'number', values } satisfies NumberColumn;
}

/**
 * The scores of the items, reverse-keyed ones turned, those of the scales, and the groups: what a family
 * computes from. A code without a score, for whatever reason it is missing, is NaN. Rows outside every
 * group are left out. An item is there by its id and by the name that model texts call it.
 */
export function answerTable(
  instrument: Instrument,
  rows: CollectedResponses,
  groupings: readonly Grouping[],
): Table {
  const items = readinessItems(instrument);
  const columns = items.map(({ id, codes, scores }, column) => {
    const scoreOf = new Map(codes.map((code, index) => [code, scores[index] ?? NaN]));
    return [id, itemColumn(rows, items.length, column, scoreOf)] as const;
  });
  const kept = Array.from({ length: rows.n }, (_, row) => row).filter((row) =>
    groupings.every(({ levels }) => (levels[row] ?? null) !== null),
  );
  const ofKept = ({ values }: NumberColumn): NumberColumn => ({
    kind: 'number',
    values: Float64Array.from(kept, (row) => values[row] ?? NaN),
  });
  const numbers = columns.map(([id, column]): [string, NumberColumn] => [id, ofKept(column)]);
  const names = modelNames(items.map(({ id }) => id));
  const renamed = numbers.map(([id, column]): [string, NumberColumn] => [
    names.get(id) ?? id,
    column,
  ]);
  const scores = scoreColumns(instrument, rows).map(([name, column]): [string, NumberColumn] => [
    name,
    ofKept(column),
  ]);
  const texts = groupings.map(({ name, levels }): [string, TextColumn] => [
    name,
    { kind: 'text', values: kept.map((row) => levels[row] ?? null) },
  ]);
  return {
    n: kept.length,
    columns: new Map<string, NumberColumn | TextColumn>([
      ...renamed,
      ...numbers,
      ...scores,
      ...texts,
    ]),
  };
}
