import { lazy, Suspense } from 'react';

import type { ChartView, DivergingBarsChart } from './chart-types.ts';
import { SizedPlots } from './sized-plots.tsx';
import { useWideScreen } from './use-wide-screen.ts';

// Recharts is large and draws nothing on the server: it loads after the page can be read.
const LiveDiverging = lazy(() => import('./live-diverging.tsx'));

/** The server's drawing, replaced by one that answers to pointer and arrow keys. */
export function InteractiveDiverging({
  chart,
  view,
}: {
  chart: DivergingBarsChart;
  view: ChartView;
}) {
  const isWide = useWideScreen();
  const still = <SizedPlots chart={chart} view={view} />;
  if (!isWide) return still;
  return (
    <Suspense fallback={still}>
      <LiveDiverging chart={chart} view={view} />
    </Suspense>
  );
}
