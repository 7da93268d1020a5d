import type { ScaleLinear } from 'd3-scale';

import { chartNumbers } from './chart-numbers.ts';
import { ChartText } from './chart-text.tsx';
import type { Estimate } from './chart-types.ts';
import { countText } from './interval-texts.ts';
import { round, smallFontSize } from './plot-space.ts';
import type { PlotSpace } from './plot-space.ts';

interface TrendEstimateProps {
  space: PlotSpace;
  x: number;
  value: Estimate;
  vertical: ScaleLinear<number, number>;
  decimals: number;
  /** Waves stand so close that counts would touch: they are in the table. */
  isDense: boolean;
}

export function TrendEstimate(props: TrendEstimateProps) {
  const { space, x, value, vertical, decimals, isDense } = props;
  const { estimate } = chartNumbers(space.locale, decimals);
  const { paint } = space;
  return (
    <g>
      <line
        x1={x}
        x2={x}
        y1={round(vertical(value.low))}
        y2={round(vertical(value.high))}
        stroke={paint.accent}
        strokeWidth="3"
        strokeLinecap="round"
      />
      <circle
        cx={x}
        cy={round(vertical(value.estimate))}
        r="4.5"
        fill={paint.accent}
        stroke={paint.surface}
        strokeWidth="1.5"
      />
      <ChartText
        space={space}
        x={x}
        y={round(vertical(value.high) - 8)}
        anchor="middle"
        lines={estimate(value.estimate)}
        strong
      />
      {!isDense && (
        <ChartText
          space={space}
          x={x}
          y={round(vertical(value.low) + 16)}
          anchor="middle"
          lines={countText(space, value.n)}
          size={smallFontSize}
          muted
        />
      )}
    </g>
  );
}
