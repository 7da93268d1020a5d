import type { FactorabilityReport } from '#analysis/correlations/report-factorability.ts';
import { itemStem } from '../item-stem.ts';
import { numberCell } from '../number-cell.ts';
import { pCell } from '../p-cell.ts';
import type { AnalysisTable, Shown } from '../study-analysis.ts';

/** KMO, Bartlett's test and the determinant; sampling adequacy of each item. */
export function factorabilityTables(
  { reader, analysed }: Shown<unknown>,
  { kmo, bartlett, determinant, items }: FactorabilityReport,
): AnalysisTable[] {
  const { say } = reader;
  const measures = [
    { id: 'kmo', value: numberCell(reader, kmo, 3) },
    { id: 'chiSquare', value: numberCell(reader, bartlett.chiSquare, 2) },
    { id: 'df', value: numberCell(reader, bartlett.df, 0) },
    { id: 'p', value: pCell(reader, bartlett.pValue) },
    { id: 'determinant', value: numberCell(reader, determinant, 5) },
  ] as const;
  return [
    {
      id: 'factorability',
      title: say('dimensions.factorability'),
      columns: [
        { key: 'measure', label: say('column.measure') },
        { key: 'value', label: say('column.value'), numeric: true },
        { key: 'reading', label: say('column.reading') },
      ],
      rows: measures.map(({ id, value }) => ({
        measure: say(`dimensions.measure.${id}`),
        value,
        reading: say(`dimensions.measureReading.${id}`),
      })),
    },
    {
      id: 'sampling-adequacy',
      title: say('dimensions.itemAdequacy'),
      columns: [
        { key: 'item', label: say('column.item') },
        { key: 'msa', label: say('dimensions.msa'), numeric: true },
        { key: 'smc', label: say('dimensions.smc'), numeric: true },
      ],
      rows: items.map(({ name, samplingAdequacy, squaredMultipleCorrelation }) => ({
        item: itemStem(reader, analysed.study.instrument, name),
        msa: numberCell(reader, samplingAdequacy, 3),
        smc: numberCell(reader, squaredMultipleCorrelation, 3),
      })),
    },
  ];
}
