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
import type { YAxisTickContentProps } from 'recharts';

import { chartNumbers } from './chart-numbers.ts';
import type { ChartView, DivergingBarsChart } from './chart-types.ts';
import { divergingExtent } from './diverging-layout.ts';
import { divergingShades } from './diverging-shades.ts';
import { liveDivergingData } from './live-diverging-data.ts';
import type { LiveDatum } from './live-diverging-data.ts';
import { fontSize, lineHeight } from './plot-space.ts';
import { wrapText } from './wrap-text.ts';
import { LiveLabel, LiveLegend, LiveRemark, LiveTip } from './live-diverging-words.tsx';

/** Percentage points kept free at both ends for the totals of the two sides. */
const endRoom = 12;
const labelWidth = 260;

/** All rows are as high as the one with the longest label. */
function bandHeight(data: readonly LiveDatum[]): number {
  const lines = data.map(({ label }) => wrapText(label, labelWidth - 20, fontSize).length);
  return Math.max(48, Math.max(...lines) * lineHeight + 16);
}

interface LiveDivergingProps {
  chart: DivergingBarsChart;
  view: ChartView;
}

// React.lazy reads a module's default export.
export default function LiveDiverging({ chart, view }: LiveDivergingProps) {
  const extent = divergingExtent(chart);
  const centre = extent.negative + endRoom;
  const length = centre + extent.positive + endRoom;
  const numbers = chartNumbers(view.locale);
  const data = liveDivergingData(chart, { centre, length, percent: numbers.percent });
  const shades = divergingShades(chart.legend.length, chart.neutralIndex);
  const isRtl = view.direction === 'rtl';
  const isMirrored = isRtl && chart.scaleDirection !== 'keep';
  return (
    <div className="chart-live">
      <ResponsiveContainer width="100%" height={data.length * bandHeight(data)}>
        <BarChart layout="vertical" data={data} barSize={26} title={chart.title}>
          <XAxis type="number" hide domain={[0, length]} reversed={isMirrored} />
          <YAxis
            type="category"
            dataKey="label"
            width={labelWidth}
            orientation={isRtl ? 'right' : 'left'}
            axisLine={false}
            tickLine={false}
            tickMargin={labelWidth - 8}
            tick={({ x, y, payload }: YAxisTickContentProps) => (
              <LiveLabel
                x={Number(x)}
                y={Number(y)}
                lines={wrapText(String(payload.value), labelWidth - 20, fontSize)}
                direction={view.direction}
              />
            )}
          />
          <ReferenceLine x={centre} stroke="var(--line-strong)" zIndex={100} />
          <Tooltip
            cursor={{ fill: 'var(--surface-sunk)' }}
            isAnimationActive={false}
            content={({ active, label }) => {
              const datum = data.find((entry) => entry.label === label);
              return active && datum !== undefined ? (
                <LiveTip datum={datum} legend={chart.legend} percent={numbers.percent} />
              ) : null;
            }}
          />
          {/* On a reversed axis Recharts mirrors insideLeft and insideRight itself. */}
          <Bar dataKey="offset" stackId="row" fill="none" isAnimationActive={false}>
            <LabelList
              dataKey="remark"
              content={({ x, y, width, height, value }) => (
                <LiveRemark
                  box={{ x: Number(x), y: Number(y), width: Number(width), height: Number(height) }}
                  isMirrored={isMirrored}
                  text={typeof value === 'string' ? value : ''}
                />
              )}
            />
            <LabelList
              dataKey="negative"
              position="insideRight"
              fill="var(--ink)"
              fontWeight={650}
            />
          </Bar>
          {chart.legend.map((option, index) => {
            const shade = shades[index];
            if (shade === undefined) return null;
            return (
              <Bar
                key={option}
                dataKey={(datum: LiveDatum) => datum.percents[index] ?? 0}
                name={option}
                stackId="row"
                fill={`var(--${shade.fill})`}
                stroke="var(--surface)"
                isAnimationActive={false}
              >
                <LabelList
                  dataKey={(datum: LiveDatum) => datum.percents[index] ?? 0}
                  position="center"
                  fill={`var(--${shade.ink})`}
                  formatter={(value) =>
                    typeof value === 'number' && value >= 5 ? numbers.whole(value) : ''
                  }
                />
              </Bar>
            );
          })}
          <Bar dataKey="rest" stackId="row" fill="none" isAnimationActive={false}>
            <LabelList
              dataKey="positive"
              position="insideLeft"
              fill="var(--ink)"
              fontWeight={650}
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
      <LiveLegend chart={chart} />
    </div>
  );
}
