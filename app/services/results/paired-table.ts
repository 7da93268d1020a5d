import type { NumberColumn, Table } from '#analysis/table/table.ts';
import { choosePairs } from '#analysis/report/choose-pairs.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { scoreColumn, scoreColumns } from '../psychometrics/score-columns.ts';
import type { CollectedResponses } from './collect-responses.server.ts';
import type { Pairs } from './pair-responses.ts';
import { afterColumn, beforeColumn } from './paired-steps.ts';

type Scores = { before: Float64Array; after: Float64Array };

/** By what they hold: a row of the table says nothing of who came when, nor of two scales together. */
function sorted({ before, after }: Scores): Scores {
  const order = [...before.keys()].sort(
    (a, b) => (before[a] ?? 0) - (before[b] ?? 0) || (after[a] ?? 0) - (after[b] ?? 0),
  );
  const pick = (values: Float64Array) => Float64Array.from(order, (at) => values[at] ?? NaN);
  return { before: pick(before), after: pick(after) };
}

/**
 * The scores of the same people at both waves, for scales whose change is shown: the pairs of the page of
 * change. Each scale is sorted by itself, so a row is one person within a scale only; shorter ones end in NaN.
 */
export function pairedTable(
  instrument: Instrument,
  rows: CollectedResponses,
  pairs: Pairs,
  { scaleIds, minimum }: { scaleIds: readonly string[]; minimum: number },
): Table {
  const scores = new Map(scoreColumns(instrument, rows));
  const rowsOf = (wave: number) =>
    Int32Array.from([...rows.waves.keys()].filter((row) => rows.waves[row] === wave));
  const located = {
    ...{ before: Int32Array.from(pairs.before), after: Int32Array.from(pairs.after) },
    ...{ beforeRows: rowsOf(0), afterRows: rowsOf(1), areWavesShown: true },
  };
  const chosen = scaleIds.flatMap((id): [string, Scores][] => {
    const column = scores.get(scoreColumn(id));
    const found = column && choosePairs(column.values, located, minimum);
    return found?.shown ? [[id, sorted(found)]] : [];
  });
  const n = Math.max(0, ...chosen.map(([, { before }]) => before.length));
  const columnOf = (values: Float64Array): NumberColumn => ({
    kind: 'number',
    values: Float64Array.from({ length: n }, (_, row) => values[row] ?? NaN),
  });
  return {
    n,
    columns: new Map(
      chosen.flatMap(([id, { before, after }]): [string, NumberColumn][] => [
        [beforeColumn(id), columnOf(before)],
        [afterColumn(id), columnOf(after)],
      ]),
    ),
  };
}
