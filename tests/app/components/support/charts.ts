import type {
  ChartView,
  DivergingBarsChart,
  IntervalChart,
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

export const charts = [divergingChart, intervalChart, trendChart] as const;
