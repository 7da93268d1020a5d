import {
  CartesianGrid,
  ErrorBar,
  LabelList,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';

import { chartNumbers } from './chart-numbers.ts';
import type { ChartView, TrendChart, TrendSeries } from './chart-types.ts';
import { isEstimate } from './is-estimate.ts';

interface LiveTrendProps {
  chart: TrendChart;
  view: ChartView;
}

// React.lazy reads a module's default export.
export default function LiveTrend({ chart, view }: LiveTrendProps) {
  return (
    <div className="chart-live">
      {chart.series.map((series, index) => (
        <div key={series.label}>
          <h3>{series.label}</h3>
          <LivePanel
            chart={chart}
            view={view}
            series={series}
            withAxis={index === chart.series.length - 1}
          />
        </div>
      ))}
    </div>
  );
}

interface Datum {
  wave: string;
  estimate: number | null;
  error: [number, number] | null;
  value: string;
  text: string;
}

function panelData({ chart, view }: LiveTrendProps, series: TrendSeries): Datum[] {
  const { estimate, whole } = chartNumbers(view.locale, chart.scale.decimals);
  return chart.waves.flatMap(({ label: wave }, index): Datum[] => {
    const point = series.points[index];
    if (point === undefined) return [];
    if (!isEstimate(point)) {
      const text = point.suppressed ?? point.gap;
      return [{ wave, estimate: null, error: null, value: '', text }];
    }
    const value = estimate(point.estimate);
    const interval = `${estimate(point.low)}\u2013${estimate(point.high)}`;
    return [
      {
        wave,
        estimate: point.estimate,
        error: [point.estimate - point.low, point.high - point.estimate],
        value,
        text: `${value} (${interval}) · ${view.labels.n} = ${whole(point.n)}`,
      },
    ];
  });
}

function LivePanel(props: LiveTrendProps & { series: TrendSeries; withAxis: boolean }) {
  const { chart, view, series, withAxis } = props;
  const data = panelData({ chart, view }, series);
  const isRtl = view.direction === 'rtl';
  const { low, high } = chart.scale;
  const isWhole = Number.isInteger(low) && Number.isInteger(high);
  const { estimate } = chartNumbers(view.locale, isWhole ? 0 : chart.scale.decimals);
  return (
    <ResponsiveContainer width="100%" height={withAxis ? 164 : 134}>
      <LineChart
        data={data}
        syncId={chart.id}
        title={series.label}
        margin={{ top: 20, right: 12, bottom: 4, left: 12 }}
      >
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          dataKey="wave"
          hide={!withAxis}
          reversed={isRtl}
          padding={{ left: 76, right: 76 }}
          stroke="var(--line-strong)"
          tick={{ fill: 'var(--ink-muted)' }}
        />
        <YAxis
          domain={[low, high]}
          ticks={[low, high]}
          width={40}
          orientation={isRtl ? 'right' : 'left'}
          axisLine={false}
          tickLine={false}
          tick={{ fill: 'var(--ink-muted)' }}
          tickFormatter={estimate}
        />
        {data
          .filter((datum) => datum.estimate === null)
          .map((datum) => (
            <ReferenceLine
              key={datum.wave}
              x={datum.wave}
              stroke="var(--line-strong)"
              strokeDasharray="3 3"
              label={{ value: datum.text, fill: 'var(--ink-muted)', position: 'center' }}
            />
          ))}
        <Tooltip
          cursor={{ stroke: 'var(--line-strong)' }}
          isAnimationActive={false}
          content={({ active, label }) => (
            <Tip
              label={active ? String(label) : undefined}
              text={data.find((datum) => datum.wave === label)?.text}
            />
          )}
        />
        <Line
          dataKey="estimate"
          type="linear"
          stroke="var(--line-strong)"
          strokeWidth={1}
          connectNulls={false}
          isAnimationActive={false}
          dot={{ r: 5, fill: 'var(--accent)', stroke: 'var(--surface)' }}
          activeDot={{ r: 7, fill: 'var(--accent)', stroke: 'var(--surface)' }}
        >
          <ErrorBar
            isAnimationActive={false}
            dataKey="error"
            width={0}
            stroke="var(--accent)"
            strokeWidth={3}
          />
          <LabelList dataKey="value" position="top" offset={14} fill="var(--ink)" stroke="none" />
        </Line>
      </LineChart>
    </ResponsiveContainer>
  );
}

function Tip({ label, text }: { label: string | undefined; text: string | undefined }) {
  if (label === undefined || text === undefined) return null;
  return (
    <div className="chart-tip">
      <p>{label}</p>
      <p>{text}</p>
    </div>
  );
}
