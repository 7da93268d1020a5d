import type { DivergingBarsChart } from './chart-types.ts';
import { divergingShades } from './diverging-shades.ts';
import type { LiveDatum } from './live-diverging-data.ts';
import { fontSize, lineHeight } from './plot-space.ts';

interface LiveTipProps {
  datum: LiveDatum;
  legend: readonly string[];
  percent: (value: number) => string;
}

export function LiveTip({ datum, legend, percent }: LiveTipProps) {
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

export function LiveLegend({ chart }: { chart: DivergingBarsChart }) {
  const shades = divergingShades(chart.legend.length, chart.neutralIndex);
  return (
    <ul className="chart-legend">
      {chart.legend.map((option, index) => (
        <li key={option}>
          <svg width="12" height="12" aria-hidden="true" focusable="false">
            <rect width="12" height="12" fill={`var(--${shades[index]?.fill ?? 'line'})`} />
          </svg>
          {option}
        </li>
      ))}
    </ul>
  );
}

interface LiveLabelProps {
  x: number;
  y: number;
  lines: readonly string[];
  direction: 'ltr' | 'rtl';
}

/** Recharts breaks labels at spaces alone, which Chinese has none of. */
export function LiveLabel({ x, y, lines, direction }: LiveLabelProps) {
  const first = y - ((lines.length - 1) * lineHeight) / 2 + 4;
  return (
    <text direction={direction} textAnchor="start" fontSize={fontSize} fill="var(--ink)">
      {lines.map((line, index) => (
        <tspan key={index} x={x} y={first + index * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

interface LiveRemarkProps {
  box: { x: number; y: number; width: number; height: number };
  isMirrored: boolean;
  text: string;
}

/** Stands at the start of the row; on a reversed axis a bar's width may be negative. */
export function LiveRemark({ box, isMirrored, text }: LiveRemarkProps) {
  const ends = [box.x, box.x + box.width];
  return (
    <text
      x={isMirrored ? Math.max(...ends) : Math.min(...ends)}
      y={box.y + box.height / 2}
      dy="0.35em"
      textAnchor={isMirrored ? 'end' : 'start'}
      fill="var(--ink-muted)"
    >
      {text}
    </text>
  );
}
