import type { ExploratoryReport } from '#analysis/psychometrics/exploratory/explore-factors.ts';
import { numberCell } from '../number-cell.ts';
import { pCell } from '../p-cell.ts';
import type { AnalysisReader } from '../reader.server.ts';
import type { AnalysisTable } from '../study-analysis.ts';

function varianceTable(
  reader: AnalysisReader,
  { factors, sumsOfSquares, varianceShares }: ExploratoryReport,
): AnalysisTable {
  const { say, percent } = reader;
  let cumulative = 0;
  const share = (value: number) => ({ text: percent(100 * value), value });
  return {
    id: 'variance',
    title: say('factors.variance'),
    columns: [
      { key: 'factor', label: say('factors.factor') },
      { key: 'squares', label: say('factors.sumOfSquares'), numeric: true },
      { key: 'share', label: say('factors.share'), numeric: true },
      { key: 'cumulative', label: say('factors.cumulative'), numeric: true },
    ],
    rows: factors.map((factor, index) => {
      const own = varianceShares[index] ?? 0;
      cumulative += own;
      return {
        factor,
        squares: numberCell(reader, sumsOfSquares[index], 3),
        share: share(own),
        cumulative: share(cumulative),
      };
    }),
  };
}

function correlationTable(
  reader: AnalysisReader,
  { factors, factorCorrelations }: ExploratoryReport,
): AnalysisTable {
  const { say } = reader;
  return {
    id: 'factor-correlations',
    title: say('factors.correlations'),
    columns: [
      { key: 'factor', label: say('factors.factor') },
      ...factors.map((key) => ({ key, label: key, numeric: true })),
    ],
    rows: factors.map((factor, row) => ({
      factor,
      ...Object.fromEntries(
        factors.map((key, column) => [
          key,
          numberCell(reader, factorCorrelations[row]?.[column], 3),
        ]),
      ),
    })),
  };
}

function fitTable(reader: AnalysisReader, { fit }: ExploratoryReport): AnalysisTable {
  const { say } = reader;
  const interval = fit.rmseaInterval90?.map((bound) => reader.number(bound, 3)).join(' – ');
  const rows = [
    { id: 'chiSquare', value: numberCell(reader, fit.chiSquare, 2) },
    { id: 'df', value: numberCell(reader, fit.degreesOfFreedom, 0) },
    { id: 'p', value: pCell(reader, fit.p) },
    { id: 'rmsea', value: numberCell(reader, fit.rmsea, 3), interval },
    { id: 'tli', value: numberCell(reader, fit.tli, 3) },
    { id: 'bic', value: numberCell(reader, fit.bic, 1) },
    { id: 'rmsr', value: numberCell(reader, fit.rmsr, 3) },
    { id: 'rmsrCorrected', value: numberCell(reader, fit.rmsrCorrected, 3) },
    { id: 'offDiagonal', value: numberCell(reader, fit.offDiagonalFit, 3) },
  ] as const;
  return {
    id: 'fit',
    title: say('factors.fit'),
    columns: [
      { key: 'measure', label: say('column.measure') },
      { key: 'value', label: say('column.value'), numeric: true },
      { key: 'interval', label: say('column.interval90'), numeric: true },
    ],
    rows: rows.map((row) => ({
      measure: say(`factors.measure.${row.id}`),
      value: row.value,
      interval: 'interval' in row ? (row.interval ?? '') : '',
    })),
  };
}

/** Variance explained, correlations of the factors where there are several, fit. */
export function factorTables(reader: AnalysisReader, report: ExploratoryReport): AnalysisTable[] {
  return [
    varianceTable(reader, report),
    ...(report.factors.length > 1 ? [correlationTable(reader, report)] : []),
    fitTable(reader, report),
  ];
}
