import type { DivergingBarsChart } from './chart-types.ts';
import { divergingShades } from './diverging-shades.ts';
import type { LiveDatum } from './live-diverging-data.ts';

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
