import {
  Bar,
  BarChart,
  LabelList,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';

import { chartNumbers } from './chart-numbers.ts';
import type { ChartView, DivergingBarsChart } from './chart-types.ts';
import { divergingExtent, isShown, rowSegments } from './diverging-layout.ts';
import { divergingShades } from './diverging-shades.ts';

interface LiveDivergingProps {
  chart: DivergingBarsChart;
  view: ChartView;
}

interface Datum {
  label: string;
  /** Empty length before the first segment, so that the middle of every row stands on one line. */
  offset: number;
  percents: readonly number[];
  remark: string;
}

function toData(chart: DivergingBarsChart, centre: number): Datum[] {
  return chart.rows.map((row) => {
    if (!isShown(row)) {
      return { label: row.label, offset: centre, percents: [], remark: row.suppressed };
    }
    const from = rowSegments(chart, row)[0]?.from ?? 0;
    return { label: row.label, offset: centre + from, percents: row.percents, remark: '' };
  });
}

// React.lazy reads a module's default export.
export default function LiveDiverging({ chart, view }: LiveDivergingProps) {
  const extent = divergingExtent(chart);
  const data = toData(chart, extent.negative);
  const shades = divergingShades(chart.legend.length, chart.neutralIndex);
  const { percent, whole } = chartNumbers(view.locale);
  const isRtl = view.direction === 'rtl';
  const isMirrored = isRtl && chart.scaleDirection !== 'keep';
  return (
    <div className="chart-live">
      <ResponsiveContainer width="100%" height={data.length * 46 + 20}>
        <BarChart layout="vertical" data={data} barSize={26} title={chart.title}>
          <XAxis
            type="number"
            hide
            domain={[0, extent.negative + extent.positive]}
            reversed={isMirrored}
          />
          <YAxis
            type="category"
            dataKey="label"
            width={260}
            orientation={isRtl ? 'right' : 'left'}
            axisLine={false}
            tickLine={false}
            tick={{ fill: 'var(--ink)' }}
          />
          <ReferenceLine x={extent.negative} stroke="var(--line-strong)" />
          <Tooltip
            cursor={{ fill: 'var(--surface-sunk)' }}
            isAnimationActive={false}
            content={({ active, label }) => {
              const datum = data.find((entry) => entry.label === label);
              return active && datum !== undefined ? (
                <Tip datum={datum} legend={chart.legend} percent={percent} />
              ) : null;
            }}
          />
          <Bar dataKey="offset" stackId="row" fill="none" isAnimationActive={false}>
            <LabelList
              dataKey="remark"
              position={isMirrored ? 'insideRight' : 'insideLeft'}
              fill="var(--ink-muted)"
            />
          </Bar>
          {chart.legend.map((option, index) => {
            const shade = shades[index];
            if (shade === undefined) return null;
            return (
              <Bar
                key={option}
                dataKey={(datum: Datum) => datum.percents[index] ?? 0}
                name={option}
                stackId="row"
                fill={`var(--${shade.fill})`}
                stroke="var(--surface)"
                isAnimationActive={false}
              >
                <LabelList
                  position="center"
                  fill={`var(--${shade.ink})`}
                  formatter={(value) =>
                    typeof value === 'number' && value >= 5 ? whole(value) : ''
                  }
                />
              </Bar>
            );
          })}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

interface TipProps {
  datum: Datum;
  legend: readonly string[];
  percent: (value: number) => string;
}

function Tip({ datum, legend, percent }: TipProps) {
  return (
    <div className="chart-tip">
      <p>{datum.label}</p>
      {datum.remark !== '' && <p>{datum.remark}</p>}
      {datum.percents.map((value, index) => (
        <p key={index}>
          {legend[index]}: {percent(value)}
        </p>
      ))}
    </div>
  );
}
