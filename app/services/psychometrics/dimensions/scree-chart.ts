import type { NumberOfFactors } from '#analysis/psychometrics/exploratory/count-factors.ts';
import type { LinesChart } from '../../../components/charts/chart-types.ts';
import type { AnalysisReader } from '../reader.server.ts';

const pointsOf = (values: ArrayLike<number>) =>
  Array.from(values, (y, index) => ({ x: index + 1, y }));

/** Eigenvalues of the answers and those of unrelated items: what stands above counts. */
export function screeChart(
  reader: AnalysisReader,
  scale: string,
  { parallel: { components }, advised, n, items }: NumberOfFactors,
): LinesChart {
  const { say } = reader;
  const highest = Math.max(...Array.from(components.observed));
  return {
    kind: 'lines',
    id: 'scree',
    title: say('dimensions.scree.title', { count: advised }),
    subtitle: say('dimensions.scree.subtitle', { scale, n: reader.number(n, 0) }),
    sentence: say('dimensions.scree.sentence'),
    notMeaning: say('dimensions.scree.notMeaning'),
    rowHeading: say('dimensions.component'),
    xAxis: { label: say('dimensions.component'), low: 1, high: items.length, decimals: 0 },
    yAxis: { label: say('dimensions.eigenvalue'), low: 0, high: Math.ceil(highest), decimals: 3 },
    series: [
      { label: say('dimensions.observed'), points: pointsOf(components.observed), hasMarks: true },
      {
        label: say('dimensions.scree.unrelated'),
        points: pointsOf(components.percentile95),
        isReference: true,
      },
    ],
  };
}
