import type { ChartPaint } from './chart-paint.ts';
import type { ChartView } from './chart-types.ts';

export interface PlotSpace extends ChartView {
  width: number;
  paint: ChartPaint;
}

export interface Plot {
  height: number;
  content: React.ReactElement;
}

export const fontSize = 12.5;
export const smallFontSize = 11.5;
export const lineHeight = 16;

/** Labels stand beside the marks where there is room, above them where there is not. */
export function hasLabelColumn(width: number): boolean {
  return width >= 480;
}

/**
 * Positions are reckoned from the start of the line, as in CSS logical properties; `at` gives the
 * drawn x. With `direction="rtl"` on the svg, text-anchor="start" already means the right-hand end.
 */
export function createMirror(width: number, direction: 'ltr' | 'rtl') {
  const rtl = direction === 'rtl';
  return {
    at: (x: number) => round(rtl ? width - x : x),
    rectAt: (x: number, size: number) => round(rtl ? width - x - size : x),
  };
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
