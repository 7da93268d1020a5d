import type { NumberColumn } from '#analysis/table/table.ts';
import { scaleScores } from '#analysis/psychometrics/scale-scores.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { readinessItems, readinessScales } from '../results/build-readiness-input.ts';
import type { CollectedResponses } from '../results/collect-responses.server.ts';

/** Name of the column with everybody's score on a scale; no item is named so. */
export const scoreColumn = (scaleId: string) => `score:${scaleId}`;

/** The score of every row on every scale, by the scale's own recipe: the same as on the results pages. */
export function scoreColumns(
  instrument: Instrument,
  { codes }: Pick<CollectedResponses, 'codes'>,
): [string, NumberColumn][] {
  const items = readinessItems(instrument);
  return readinessScales(instrument).flatMap(({ id, itemIndexes, ...recipe }) => {
    const found = scaleScores({
      ...{ codes, width: items.length, columns: itemIndexes, ...recipe },
      items: itemIndexes.flatMap((index) => items[index] ?? []),
    });
    return found.ok ? [[scoreColumn(id), { kind: 'number' as const, values: found.scores }]] : [];
  });
}
