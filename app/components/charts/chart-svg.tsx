import { renderToStaticMarkup } from 'react-dom/server';

import { embeddedPaint } from './chart-paint.ts';
import { plotChart } from './chart-plot.tsx';
import { ChartText } from './chart-text.tsx';
import type { Chart, ChartView } from './chart-types.ts';
import { createMirror, lineHeight } from './plot-space.ts';
import { wrapText } from './wrap-text.ts';

const width = 760;
const margin = 24;
const fontFamily = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', sans-serif";

/** A file that stands alone: it says its finding, measure and limits, and carries its colours. */
export function renderChartSvg(chart: Chart, view: ChartView): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToStaticMarkup(<StandAlone chart={chart} view={view} />)}`;
}

function StandAlone({ chart, view }: { chart: Chart; view: ChartView }) {
  const space = { ...view, width, paint: embeddedPaint };
  const plot = plotChart(chart, space);
  const start = createMirror(width, view.direction).at(0);
  const title = wrapText(chart.title, width * 0.9, 16.5);
  const subtitle = wrapText(chart.subtitle, width, 12.5);
  const subtitleY = 16 + title.length * 22;
  const plotY = subtitleY + subtitle.length * lineHeight + 8;
  const remarks = [chart.sentence, `${view.labels.notMeaningTitle}: ${chart.notMeaning}`].flatMap(
    (text) => wrapText(text, width, 12.5),
  );
  const remarksY = plotY + plot.height + 28;
  const height = remarksY + remarks.length * lineHeight + margin;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`${-margin} ${-margin} ${width + 2 * margin} ${height + margin}`}
      width={width + 2 * margin}
      height={height + margin}
      role="img"
      aria-labelledby="title desc"
      direction={view.direction}
      fontFamily={fontFamily}
      fontSize="12.5"
    >
      <title id="title">{chart.title}</title>
      <desc id="desc">{chart.sentence}</desc>
      <rect
        x={-margin}
        y={-margin}
        width={width + 2 * margin}
        height={height + margin}
        fill={embeddedPaint.surface}
      />
      <text fontSize="16.5" fontWeight="650" fill={embeddedPaint.ink}>
        {title.map((line, index) => (
          <tspan key={index} x={start} y={14 + index * 22}>
            {line}
          </tspan>
        ))}
      </text>
      <ChartText space={space} x={start} y={subtitleY} lines={subtitle} muted />
      <g transform={`translate(0 ${plotY})`}>{plot.content}</g>
      <ChartText space={space} x={start} y={remarksY} lines={remarks} muted />
    </svg>
  );
}
