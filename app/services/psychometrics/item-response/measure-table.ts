import type { NotEstimable } from '#analysis/estimate.ts';
import { numberCell } from '../number-cell.ts';
import { pCell } from '../p-cell.ts';
import type { AnalysisReader } from '../reader.server.ts';
import type { AnalysisTable, Cell } from '../study-analysis.ts';
import type { ResponseReport } from './item-response.ts';

type Measure =
  | 'marginal'
  | 'empirical'
  | 'c2'
  | 'df'
  | 'p'
  | 'rmsea'
  | 'srmsr'
  | 'cfi'
  | 'tli'
  | 'logLik'
  | 'aic'
  | 'bic';

/** Reliability and overall fit. */
export function measureTable(reader: AnalysisReader, report: ResponseReport): AnalysisTable {
  const { say } = reader;
  const { overallFit: fit, empiricalReliability: empirical, itemFit } = report;
  const [refused] = itemFit;
  const reasonOf = ({ reason }: NotEstimable) => reader.t(`notEstimable.${reason}`);
  const number = (value: number, decimals = 3) => numberCell(reader, value, decimals);
  const rows: { measure: Measure; value: Cell; interval?: string }[] = [
    { measure: 'marginal', value: number(report.marginalReliability) },
    ...(empirical.ok ? [{ measure: 'empirical' as const, value: number(empirical.value) }] : []),
    ...(fit.ok
      ? [
          { measure: 'c2' as const, value: number(fit.chiSquare, 2) },
          { measure: 'df' as const, value: number(fit.degreesOfFreedom, 0) },
          { measure: 'p' as const, value: pCell(reader, fit.p) },
          {
            measure: 'rmsea' as const,
            value: number(fit.rmsea),
            interval: fit.rmseaInterval.map((bound) => reader.number(bound, 3)).join(' – '),
          },
          { measure: 'srmsr' as const, value: number(fit.srmsr) },
          { measure: 'cfi' as const, value: number(fit.cfi) },
          { measure: 'tli' as const, value: number(fit.tli) },
        ]
      : []),
    { measure: 'logLik', value: number(report.logLik, 1) },
    { measure: 'aic', value: number(report.aic, 1) },
    { measure: 'bic', value: number(report.bic, 1) },
  ];
  return {
    id: 'measures',
    title: say('itemResponse.measures'),
    columns: [
      { key: 'measure', label: say('column.measure') },
      { key: 'value', label: say('column.value'), numeric: true },
      ...(fit.ok ? [{ key: 'interval', label: say('column.interval90'), numeric: true }] : []),
    ],
    rows: rows.map(({ measure, value, interval = '' }) => ({
      measure: say(`itemResponse.measure.${measure}`),
      ...(fit.ok ? { value, interval } : { value }),
    })),
    notes: [
      ...(fit.ok ? [] : [say('itemResponse.noFit', { reason: reasonOf(fit) })]),
      ...(itemFit.every(({ ok }) => !ok) && refused && !refused.ok
        ? [say('itemResponse.noItemFit', { reason: reasonOf(refused) })]
        : []),
    ],
  };
}
