import type { ManyGroupsReport } from '#analysis/groups/compare-many-groups.ts';
import { effectRow, effectTable, testRow, testTable } from './effect-row.ts';
import { pWord, type Comparison } from './known-groups-two.ts';
import { numberCell } from './number-cell.ts';
import { pCell } from './p-cell.ts';
import type { AnalysisReader } from './reader.server.ts';
import type { AnalysisTable } from './study-analysis.ts';

const significance = 0.05;

type LabelOf = (level: string) => string;

function testsOf(reader: AnalysisReader, report: ManyGroupsReport): AnalysisTable {
  const { say, number } = reader;
  const { welchAnova, anova, kruskalWallis, brownForsythe } = report;
  const ratios = [
    ['welchAnova', welchAnova, 1],
    ['anova', anova, 0],
    ['brownForsythe', brownForsythe, 0],
  ] as const;
  return testTable(reader, [
    ...ratios.flatMap(([name, test, decimals]) =>
      test.ok
        ? [
            testRow(reader, say(`knownGroups.test.${name}`), {
              statistic: test.f,
              df: `${number(test.df1, 0)}; ${number(test.df2, decimals)}`,
              p: test.p,
            }),
          ]
        : [],
    ),
    ...(kruskalWallis.ok
      ? [
          testRow(reader, say('knownGroups.test.kruskalWallis'), {
            statistic: kruskalWallis.statistic,
            df: number(kruskalWallis.degreesOfFreedom, 0),
            p: kruskalWallis.p,
          }),
        ]
      : []),
  ]);
}

function effectsOf(reader: AnalysisReader, report: ManyGroupsReport): AnalysisTable {
  const { say } = reader;
  const { effectSizes, kruskalWallis } = report;
  const sizes =
    'ok' in effectSizes
      ? []
      : (['omega2', 'epsilon2', 'eta2'] as const).map((name) =>
          effectRow(reader, say(`knownGroups.effect.${name}`), effectSizes[name]),
        );
  const ranks = kruskalWallis.ok
    ? [
        effectRow(reader, say('knownGroups.effect.rankEpsilon2'), {
          value: kruskalWallis.rankEpsilon2,
        }),
      ]
    : [];
  return effectTable(reader, [...sizes, ...ranks]);
}

function pairsOf(reader: AnalysisReader, report: ManyGroupsReport, label: LabelOf): AnalysisTable {
  const { say } = reader;
  const { gamesHowell, kruskalWallis } = report;
  const ranks = kruskalWallis.ok ? kruskalWallis.pairs : [];
  const pairs = 'ok' in gamesHowell ? [] : gamesHowell;
  return {
    id: 'pairs',
    title: say('knownGroups.pairs'),
    columns: [
      { key: 'pair', label: say('knownGroups.pair') },
      { key: 'difference', label: say('column.difference'), numeric: true },
      { key: 'low', label: say('column.low'), numeric: true },
      { key: 'high', label: say('column.high'), numeric: true },
      { key: 'p', label: say('knownGroups.gamesHowell'), numeric: true },
      { key: 'rank', label: say('knownGroups.dunn'), numeric: true },
    ],
    rows: pairs.map(({ first, second, difference, interval, p }) => {
      const rank = ranks.find((pair) => pair.first === first && pair.second === second);
      return {
        pair: say('knownGroups.minus', { second: label(second), first: label(first) }),
        difference: numberCell(reader, difference, 2),
        low: numberCell(reader, interval[0], 2),
        high: numberCell(reader, interval[1], 2),
        p: pCell(reader, p),
        rank: pCell(reader, rank?.pHolm),
      };
    }),
  };
}

/** Welch's analysis of variance with ω² first, all pairs by Games–Howell; ranks beside them. */
export function compareMany(
  reader: AnalysisReader,
  report: ManyGroupsReport,
  label: LabelOf,
): Comparison {
  const { say, number, t } = reader;
  const { welchAnova, effectSizes } = report;
  const tables = [
    testsOf(reader, report),
    effectsOf(reader, report),
    pairsOf(reader, report, label),
  ];
  if (!welchAnova.ok || 'ok' in effectSizes) {
    const reason = t(`notEstimable.${welchAnova.ok ? 'zero-variance' : welchAnova.reason}`);
    return { finding: say('notEstimable', { reason }), isClear: false, tables };
  }
  const isClear = welchAnova.p < significance;
  const { value, interval } = effectSizes.omega2;
  const percent = (share: number) =>
    share > 0 && share < 0.0005
      ? `< ${reader.percent(0.1, 1)}`
      : reader.percent(100 * share, share < 0.01 ? 1 : 0);
  const finding = say(isClear ? 'knownGroups.many' : 'knownGroups.manyNone', {
    ...{ f: number(welchAnova.f, 2), p: pWord(reader, welchAnova.p), omega: percent(value) },
    ...{ low: percent(interval[0]), high: percent(interval[1]) },
  });
  return { finding, isClear, tables };
}
