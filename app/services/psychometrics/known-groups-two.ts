import type { TwoGroupsReport } from '#analysis/groups/compare-two-groups.ts';
import { effectRow, effectTable, testRow, testTable } from './effect-row.ts';
import type { AnalysisReader } from './reader.server.ts';
import type { AnalysisTable } from './study-analysis.ts';

export type Comparison = { finding: string; isClear: boolean; tables: AnalysisTable[] };

const significance = 0.05;

export function pWord({ number }: Pick<AnalysisReader, 'number'>, p: number): string {
  return p < 0.001 ? `< ${number(0.001, 3)}` : `= ${number(p, 3)}`;
}

function testsOf(reader: AnalysisReader, report: TwoGroupsReport): AnalysisTable {
  const { say, number } = reader;
  const { welch, student, mannWhitney, brownForsythe } = report;
  return testTable(reader, [
    ...(welch.ok
      ? [
          testRow(reader, say('knownGroups.test.welch'), {
            ...{ statistic: welch.t, df: number(welch.degreesOfFreedom, 1), p: welch.p },
          }),
        ]
      : []),
    ...(student.ok
      ? [
          testRow(reader, say('knownGroups.test.student'), {
            ...{ statistic: student.t, df: number(student.degreesOfFreedom, 0), p: student.p },
          }),
        ]
      : []),
    ...(mannWhitney.ok
      ? [
          testRow(reader, say('knownGroups.test.mannWhitney'), {
            ...{ statistic: mannWhitney.u, df: '–', p: mannWhitney.pCorrected },
          }),
        ]
      : []),
    ...(brownForsythe.ok
      ? [
          testRow(reader, say('knownGroups.test.brownForsythe'), {
            statistic: brownForsythe.f,
            df: `${number(brownForsythe.df1, 0)}; ${number(brownForsythe.df2, 0)}`,
            p: brownForsythe.p,
          }),
        ]
      : []),
  ]);
}

function effectsOf(reader: AnalysisReader, report: TwoGroupsReport): AnalysisTable {
  const { say } = reader;
  const { effectSizes, mannWhitney, welch } = report;
  return effectTable(reader, [
    ...(welch.ok
      ? [
          effectRow(reader, say('knownGroups.effect.difference'), {
            ...{ value: welch.difference, interval: welch.interval },
          }),
        ]
      : []),
    ...(effectSizes.ok
      ? [
          effectRow(reader, say('knownGroups.effect.hedgesG'), effectSizes.hedgesG),
          effectRow(reader, say('knownGroups.effect.cohensD'), effectSizes.cohensD),
          effectRow(reader, say('knownGroups.effect.unpooledD'), effectSizes.unpooledD),
        ]
      : []),
    ...(mannWhitney.ok
      ? [
          effectRow(reader, say('knownGroups.effect.rankBiserial'), mannWhitney.rankBiserial),
          effectRow(reader, say('knownGroups.effect.superiority'), {
            value: mannWhitney.probabilityOfSuperiority,
          }),
        ]
      : []),
  ]);
}

/** Welch's test with Hedges' g first; ranks beside it. */
export function compareTwo(
  reader: AnalysisReader,
  report: TwoGroupsReport,
  [first = '', second = '']: readonly string[],
): Comparison {
  const { say, number, t } = reader;
  const { welch, effectSizes } = report;
  const tables = [testsOf(reader, report), effectsOf(reader, report)];
  if (!welch.ok || !effectSizes.ok) {
    const reason = t(`notEstimable.${welch.ok ? 'zero-variance' : welch.reason}`);
    return { finding: say('notEstimable', { reason }), isClear: false, tables };
  }
  const isClear = welch.p < significance;
  const { value, interval } = effectSizes.hedgesG;
  const finding = say(isClear ? 'knownGroups.two' : 'knownGroups.twoNone', {
    ...{ first, second, p: pWord(reader, welch.p), g: number(value, 2) },
    ...{ difference: number(welch.difference, 2), low: number(welch.interval[0], 2) },
    ...{ high: number(welch.interval[1], 2), gLow: number(interval[0], 2) },
    gHigh: number(interval[1], 2),
  });
  return { finding, isClear, tables };
}
