import type { PaintName } from './chart-paint.ts';
import type { LineSeries } from './chart-types.ts';

interface Stroke {
  paint: PaintName;
  dash: string | undefined;
}

const paints: readonly PaintName[] = ['accent', 'negative-3', 'unknown', 'positive-2', 'ink-muted'];
const dashes: readonly (string | undefined)[] = [undefined, '7 3', '2 3', '10 3 2 3'];

/** Lines differ in colour and, where there are more of them than colours, in their dashes. */
export function lineStrokes(series: readonly LineSeries[]): Stroke[] {
  let drawn = 0;
  return series.map(({ isReference = false }) => {
    if (isReference) return { paint: 'ink-muted', dash: '5 4' };
    const paint = paints[drawn % paints.length] ?? 'accent';
    const dash = dashes[Math.floor(drawn / paints.length) % dashes.length];
    drawn += 1;
    return { paint, dash };
  });
}
