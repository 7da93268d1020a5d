export interface ChartBase {
  /** Unique on the page; anchors, headings and file names are made from it. */
  id: string;
  /** The finding. */
  title: string;
  /** The measure, n and date. */
  subtitle: string;
  /** One plain sentence. */
  sentence: string;
  /** What this does not mean. */
  notMeaning: string;
  notes?: readonly string[] | undefined;
  /** Heading of the first column of the table: what the rows are. */
  rowHeading: string;
}

/** A suppressed row carries words and nothing that could be counted back. */
export interface SuppressedRow {
  label: string;
  suppressed: string;
}

export interface PercentRow {
  label: string;
  /** One per legend entry, 0 to 100. */
  percents: readonly number[];
  n?: number | undefined;
  suppressed?: undefined;
}

export interface DivergingBarsChart extends ChartBase {
  kind: 'diverging-bars';
  /** Option labels from the most negative to the most positive. */
  legend: readonly string[];
  /** The category centred on the line; null when the scale has no middle. */
  neutralIndex: number | null;
  /** Names of the two sides: what the categories before and after the middle have in common. */
  sides: { negative: string; positive: string };
  /** `keep` draws the first option at the left in every script; recorded per instrument. */
  scaleDirection?: 'mirror' | 'keep' | undefined;
  rows: readonly (PercentRow | (SuppressedRow & { percents: null }))[];
}

export interface Estimate {
  estimate: number;
  low: number;
  high: number;
  n: number;
  suppressed?: undefined;
  gap?: undefined;
}

/** The drawn range: say so in the subtitle where it is not the whole scale. */
export interface ChartScale {
  low: number;
  high: number;
  decimals: number;
  /** What the ends of the scale mean, in words. */
  lowLabel?: string | undefined;
  highLabel?: string | undefined;
}

export type IntervalRow = (Estimate | { suppressed: string }) & {
  label: string;
  /** Second grouping inside `label`, e.g. the subscale inside the site. */
  series?: string | undefined;
};

export interface IntervalChart extends ChartBase {
  kind: 'interval';
  seriesHeading?: string | undefined;
  scale: ChartScale;
  reference?: { label: string; value: number } | undefined;
  /** Values that do not matter: shaded; the subtitle says what they are. */
  band?: { low: number; high: number } | undefined;
  /** Where the ends are none of a 95 % interval, as quartiles: what the columns of the table are called. */
  headings?: { estimate: string; low: string; high: string } | undefined;
  rows: readonly IntervalRow[];
}

export type TrendPoint =
  Estimate | { suppressed: string; gap?: undefined } | { gap: string; suppressed?: undefined };

export interface TrendSeries {
  label: string;
  /** One per wave, in the order of `waves`. */
  points: readonly TrendPoint[];
}

export interface TrendChart extends ChartBase {
  kind: 'trend';
  seriesHeading: string;
  scale: ChartScale;
  /** In order of time; `position` is any number that grows with time, and makes uneven steps visible. */
  waves: readonly { label: string; position?: number | undefined }[];
  series: readonly TrendSeries[];
}

export interface LinePoint {
  x: number;
  y: number;
  low?: number | undefined;
  high?: number | undefined;
}

export interface LineSeries {
  label: string;
  /** Said at the line where the label does not fit; a key below then says the label. */
  short?: string | undefined;
  /** In order of x; with the ends of an interval where there is one. */
  points: readonly LinePoint[];
  /** Marks the points: they are what was counted, the line only joins them. */
  hasMarks?: boolean | undefined;
  /** What the other lines are held against: drawn dashed. */
  isReference?: boolean | undefined;
}

export interface LinesAxis {
  label: string;
  low: number;
  high: number;
  decimals: number;
}

/** Lines over a numeric axis, each with its name beside it. */
export interface LinesChart extends ChartBase {
  kind: 'lines';
  xAxis: LinesAxis;
  yAxis: LinesAxis;
  /** A level drawn across. */
  reference?: { label: string; value: number } | undefined;
  series: readonly LineSeries[];
}

/** A parameter of a model; `to` is empty for a variance. */
export interface PathParameter {
  from: string;
  to: string;
  estimate: number;
  standardError: number | null;
}

/** A measurement model as it is drawn in papers; everything standardised. */
export interface PathDiagramChart extends ChartBase {
  kind: 'path-diagram';
  /** Ids are what parameters refer to; labels stand in the drawing. */
  factors: readonly { id: string; label: string }[];
  items: readonly { id: string; label: string }[];
  decimals: number;
  /** From a factor to an item or to a factor. */
  loadings: readonly PathParameter[];
  /** Between factors, or between what two items hold besides them. */
  correlations: readonly PathParameter[];
  /** Share of an item's variance that no factor explains; `from` is the item. */
  residuals: readonly PathParameter[];
  headings: { from: string; to: string; estimate: string; standardError: string };
  /** Names of the kinds of parameters, for the table. */
  kinds: { loading: string; correlation: string; residual: string };
}

export interface ControlPoint {
  label: string;
  /** Null: not known yet, or not shown; `note` says why. */
  value: number | null;
  /** Of two-sided sums the lower one. */
  other?: number | null | undefined;
  centre: number | null;
  lower: number | null;
  upper: number | null;
  state: 'usual' | 'concern' | 'improvement' | 'change';
  /** Outcomes are not in: drawn hollow, and never judged. */
  isHollow: boolean;
  /** What is to be said of it, in words; empty: nothing. */
  note: string;
}

/** A series with the limits of chance, and lines where something changed that people decided. */
export interface ControlChart extends ChartBase {
  kind: 'control';
  decimals: number;
  unit: string;
  points: readonly ControlPoint[];
  /** Before the point of this number, from 0. */
  marks: readonly { index: number; label: string }[];
  target?: { label: string; value: number } | undefined;
  headings: { value: string; centre: string; lower: string; upper: string; note: string };
}

export type Chart =
  DivergingBarsChart | IntervalChart | TrendChart | LinesChart | PathDiagramChart | ControlChart;

/** Words every chart needs, in the reader's language. */
export interface ChartLabels {
  showTable: string;
  notMeaningTitle: string;
  n: string;
  estimate: string;
  /** Headings of the columns of the 95 % interval. */
  low: string;
  high: string;
  /** Heading of the column of the CSV file that says why a row has no numbers. */
  remark: string;
}

export interface ChartView {
  labels: ChartLabels;
  /** BCP 47 tag for numbers. */
  locale: string;
  direction: 'ltr' | 'rtl';
}
