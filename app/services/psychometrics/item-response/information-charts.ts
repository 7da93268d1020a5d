import type { LinesChart } from '../../../components/charts/chart-types.ts';
import type { Shown } from '../study-analysis.ts';
import type { ResponseReport } from './item-response.ts';

/** More lines cannot be told apart. */
const mostLines = 12;

/** A round number that all values lie below. */
function ceiling(values: readonly number[]): number {
  const highest = Math.max(0.1, ...values);
  const unit = 10 ** Math.floor(Math.log10(highest));
  return unit * Math.ceil((highest * 1.05) / unit);
}

/** How exactly the whole scale, and each item, measures at each level of the attitude. */
export function informationCharts(
  { reader }: Shown<unknown>,
  scale: string,
  { information: { theta, test, items: perItem }, items, n }: ResponseReport,
): LinesChart[] {
  const { say } = reader;
  const points = (values: readonly number[]) => theta.map((x, at) => ({ x, y: values[at] ?? 0 }));
  const best = test.indexOf(Math.max(...test));
  const lines = items
    .map(({ item }, index) => ({ item, values: perItem[index] ?? [] }))
    .map((line) => ({ ...line, highest: Math.max(...line.values) }))
    .sort((a, b) => b.highest - a.highest);
  const drawn = lines.slice(0, mostLines);
  const axis = (values: readonly number[]) => ({
    xAxis: { label: say('itemResponse.theta'), low: -4, high: 4, decimals: 2 },
    yAxis: { label: say('itemResponse.information'), low: 0, high: ceiling(values), decimals: 3 },
  });
  const common = {
    kind: 'lines' as const,
    subtitle: say('itemResponse.chart.subtitle', { scale, n: reader.number(n, 0) }),
    rowHeading: say('itemResponse.theta'),
  };
  return [
    {
      ...common,
      ...axis(test),
      id: 'test-information',
      title: say('itemResponse.chart.testTitle', { theta: reader.signed(theta[best] ?? 0, 1) }),
      sentence: say('itemResponse.chart.testSentence'),
      notMeaning: say('itemResponse.chart.notMeaning'),
      series: [{ label: scale, points: points(test) }],
    },
    {
      ...common,
      ...axis(drawn.flatMap(({ values }) => values)),
      id: 'item-information',
      title: say('itemResponse.chart.itemTitle', { item: drawn[0]?.item }),
      sentence: say('itemResponse.chart.itemSentence'),
      notMeaning: say('itemResponse.chart.notMeaning'),
      notes:
        lines.length > mostLines
          ? [say('itemResponse.chart.most', { most: reader.number(mostLines, 0) })]
          : [],
      series: drawn.map(({ item, values }) => ({ label: item, points: points(values) })),
    },
  ];
}
