import { lazy, Suspense } from 'react';

import type { ChartView, TrendChart } from './chart-types.ts';
import { SizedPlots } from './sized-plots.tsx';
import { useWideScreen } from './use-wide-screen.ts';

// Recharts is large and draws nothing on the server: it loads after the page can be read.
const LiveTrend = lazy(() => import('./live-trend.tsx'));

/** The server's drawing, replaced by one that answers to pointer and arrow keys. */
export function InteractiveTrend({ chart, view }: { chart: TrendChart; view: ChartView }) {
  const isWide = useWideScreen();
  const still = <SizedPlots chart={chart} view={view} />;
  if (!isWide) return still;
  return (
    <Suspense fallback={still}>
      <LiveTrend chart={chart} view={view} />
    </Suspense>
  );
}
