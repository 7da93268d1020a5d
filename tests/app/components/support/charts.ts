import type {
  ChartView,
  DivergingBarsChart,
  IntervalChart,
  LinesChart,
  PathDiagramChart,
  TrendChart,
} from '#app/components/charts/chart-types.ts';

const words = {
  subtitle: 'Percent of answers',
  sentence: 'Two thirds agree.',
  notMeaning: 'This is not a measure of skill.',
};

export const leftToRight: ChartView = {
  labels: {
    showTable: 'Show as table',
    notMeaningTitle: 'What this does not mean',
    n: 'n',
    estimate: 'Mean',
    low: 'From',
    high: 'To',
    remark: 'Remark',
  },
  locale: 'en',
  direction: 'ltr',
};

export const rightToLeft: ChartView = { ...leftToRight, locale: 'ar', direction: 'rtl' };

export const divergingChart: DivergingBarsChart = {
  ...words,
  kind: 'diverging-bars',
  id: 'statements',
  title: 'Most know what the tools are for',
  rowHeading: 'Statement',
  legend: ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree'],
  neutralIndex: 2,
  sides: { negative: 'disagree', positive: 'agree' },
  rows: [
    { label: 'I know what they are for', percents: [13, 11, 20, 35, 21], n: 86 },
    { label: 'I can explain their use', percents: [18, 33, 24, 19, 6], n: 84 },
    { label: 'South site', percents: null, suppressed: 'Not shown: too few people answered' },
  ],
};

export const intervalChart: IntervalChart = {
  ...words,
  kind: 'interval',
  id: 'readiness',
  title: 'Readiness differs little between sites',
  rowHeading: 'Site',
  seriesHeading: 'Subscale',
  scale: { low: 1, high: 5, decimals: 2 },
  rows: [
    { label: 'North', series: 'Workforce', estimate: 3.41, low: 3.12, high: 3.73, n: 104 },
    { label: 'North', series: 'Benefit', estimate: 3.64, low: 3.45, high: 3.86, n: 103 },
    { label: 'South', series: 'Workforce', suppressed: 'Not shown: too few people answered' },
  ],
};

export const trendChart: TrendChart = {
  ...words,
  kind: 'trend',
  id: 'trend',
  title: 'Readiness rose after the first wave',
  rowHeading: 'Wave',
  seriesHeading: 'Subscale',
  scale: { low: 1, high: 5, decimals: 1 },
  waves: [{ label: 'Spring' }, { label: 'Summer' }, { label: 'Autumn' }],
  series: [
    {
      label: 'Workforce',
      points: [
        { estimate: 3.1, low: 2.8, high: 3.4, n: 118 },
        { suppressed: 'Not shown: too few people answered' },
        { estimate: 3.5, low: 3.2, high: 3.7, n: 97 },
      ],
    },
    {
      label: 'Benefit',
      points: [
        { gap: 'Not asked' },
        { estimate: 3.6, low: 3.3, high: 3.9, n: 104 },
        { estimate: 4.1, low: 3.8, high: 4.4, n: 96 },
      ],
    },
  ],
};

/** Levels along the axis lie between the ends of the answer scale, as its ticks do. */
export const linesChart: LinesChart = {
  ...words,
  kind: 'lines',
  id: 'curves',
  title: 'Two lines cross',
  rowHeading: 'Place',
  xAxis: { label: 'Place', low: 1, high: 5, decimals: 0 },
  yAxis: { label: 'Height', low: 1, high: 5, decimals: 2 },
  series: [
    {
      label: 'Observed',
      points: [1, 2, 3, 4, 5].map((x) => ({ x, y: 5.25 - x })),
      hasMarks: true,
    },
    {
      label: 'By chance',
      points: [1, 2, 3].map((x) => ({ x, y: 1.25 + x / 2 })),
      isReference: true,
    },
  ],
};

export const pathChart: PathDiagramChart = {
  ...words,
  kind: 'path-diagram',
  id: 'paths',
  title: 'Two factors hold the items',
  rowHeading: 'Kind',
  decimals: 2,
  factors: [
    { id: 'f', label: 'Work' },
    { id: 'g', label: 'Benefit' },
  ],
  items: ['a', 'b', 'c', 'd'].map((id) => ({ id, label: `Item ${id}` })),
  loadings: [
    { from: 'f', to: 'a', estimate: 0.81, standardError: 0.03 },
    { from: 'f', to: 'b', estimate: 0.72, standardError: 0.04 },
    { from: 'g', to: 'c', estimate: 0.64, standardError: 0.05 },
    { from: 'g', to: 'd', estimate: 0.55, standardError: 0.06 },
  ],
  correlations: [
    { from: 'f', to: 'g', estimate: 0.47, standardError: 0.07 },
    { from: 'b', to: 'c', estimate: 0.12, standardError: null },
  ],
  residuals: [
    { from: 'a', to: '', estimate: 0.34, standardError: null },
    { from: 'b', to: '', estimate: 0.48, standardError: null },
    { from: 'c', to: '', estimate: 0.59, standardError: null },
    { from: 'd', to: '', estimate: 0.7, standardError: null },
  ],
  headings: { from: 'From', to: 'To', estimate: 'Standardised', standardError: 'SE' },
  kinds: { loading: 'Loading', correlation: 'Correlation', residual: 'Residual' },
};

/** Charts of groups, of which some may not be shown. */
export const groupedCharts = [divergingChart, intervalChart, trendChart] as const;

export const charts = [...groupedCharts, linesChart, pathChart] as const;
