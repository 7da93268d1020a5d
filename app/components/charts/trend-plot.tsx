import { pagePaint } from './chart-paint.ts';
import { ChartText } from './chart-text.tsx';
import type { ChartView, TrendChart } from './chart-types.ts';
import { createMirror, smallFontSize } from './plot-space.ts';
import type { Plot, PlotSpace } from './plot-space.ts';
import { SvgFrame } from './svg-frame.tsx';
import { trendGeometry } from './trend-geometry.ts';
import { TrendPanel } from './trend-panel.tsx';

interface TrendPlotProps {
  chart: TrendChart;
  view: ChartView;
  width: number;
}

export function TrendPlot({ chart, view, width }: TrendPlotProps) {
  const space = { ...view, width, paint: pagePaint };
  return <SvgFrame chart={chart} space={space} plot={plotTrend(chart, space)} />;
}

export function plotTrend(chart: TrendChart, space: PlotSpace): Plot {
  const geometry = trendGeometry(chart, space);
  const { at } = createMirror(space.width, space.direction);
  const { panelsEnd } = geometry;
  return {
    height: geometry.height,
    content: (
      <g>
        {geometry.panels.map((panel) => (
          <TrendPanel
            key={panel.index}
            chart={chart}
            space={space}
            geometry={geometry}
            panel={panel}
          />
        ))}
        <line
          x1={at(geometry.axisStart)}
          x2={at(space.width)}
          y1={panelsEnd}
          y2={panelsEnd}
          stroke={space.paint['line-strong']}
        />
        {geometry.waves.map((wave) => (
          <g key={wave.x}>
            <line
              x1={at(wave.x)}
              x2={at(wave.x)}
              y1={panelsEnd}
              y2={panelsEnd + 5}
              stroke={space.paint['line-strong']}
            />
            <ChartText
              space={space}
              x={at(wave.x)}
              y={panelsEnd + 18}
              anchor="middle"
              lines={wave.labelLines}
              size={smallFontSize}
              muted
            />
          </g>
        ))}
      </g>
    ),
  };
}
